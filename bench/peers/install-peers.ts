import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = import.meta.dirname;

/**
 * Installs what the bench compares with into `bench/peers/node_modules`, from the lock file. Their
 * own peer dependencies are left out, so that all of them share the workspace's Angular and RxJS.
 */
export function installPeers(): void {
  const installed = join(FOLDER, 'node_modules/.package-lock.json');
  if (existsSync(installed) && holdsAll(installed)) return;
  const { status } = spawnSync(
    'npm',
    ['ci', '--legacy-peer-deps', '--ignore-scripts', '--no-audit', '--no-fund'],
    { cwd: FOLDER, stdio: ['ignore', 'ignore', 'inherit'] },
  );
  if (status !== 0) throw new Error(`npm ci fails in ${FOLDER}`);
}

/** The version of a package that the bench compares with. */
export function peerVersion(name: string): string {
  return packagesOf(join(FOLDER, 'package-lock.json'))[`node_modules/${name}`]!.version;
}

function holdsAll(installed: string): boolean {
  const present = packagesOf(installed);
  const wanted = packagesOf(join(FOLDER, 'package-lock.json'));
  return Object.entries(wanted).every(
    ([path, { version }]) => path === '' || present[path]?.version === version,
  );
}

function packagesOf(lock: string): Readonly<Record<string, { readonly version: string }>> {
  return JSON.parse(readFileSync(lock, 'utf8')).packages;
}
