import { execFile, spawnSync } from 'node:child_process';
import { cpSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { installDebianPackages } from '../chromium.ts';
import type { NpmNeeds, RealServer } from './real-server.ts';

/** Where a server can be started, or why it cannot. */
export type Installation = { readonly folder: string } | { readonly missing: string };

const run = promisify(execFile);

/** Installs with Debian's package manager what is missing of these servers, in one go. */
export function installFromDebian(servers: readonly RealServer[]): void {
  const packages = servers
    .filter((server) => !hasDebianNeeds(server))
    .flatMap(({ needs }) => ('packages' in needs ? needs.packages : []));
  if (packages.length > 0) installDebianPackages([...new Set(packages)]);
}

/** Makes one server ready to start; what npm brings goes to `scratch`. */
export async function installServer(server: RealServer, scratch: string): Promise<Installation> {
  const source = join('examples', server.folder);
  if (!('packages' in server.needs)) {
    return installFromNpm(source, join(scratch, server.folder), server.needs);
  }
  return hasDebianNeeds(server)
    ? { folder: source }
    : { missing: `install ${server.needs.packages.join(' ')}` };
}

function hasDebianNeeds({ needs }: RealServer): boolean {
  if (!('packages' in needs)) return true;
  const [program, ...args] = needs.check;
  return existsSync(program) && spawnSync(program, args, { stdio: 'ignore' }).status === 0;
}

async function installFromNpm(
  source: string,
  copy: string,
  { build }: NpmNeeds,
): Promise<Installation> {
  // What somebody has installed there by hand stays there.
  cpSync(source, copy, { recursive: true, filter: (path) => !/node_modules|dist$/.test(path) });
  try {
    await run('npm', ['ci', '--no-audit', '--no-fund'], { cwd: copy });
    if (build) await run('npm', ['run', '--silent', build], { cwd: copy });
    return { folder: copy };
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
    return { missing: `npm failed:\n${stdout}${stderr}` };
  }
}
