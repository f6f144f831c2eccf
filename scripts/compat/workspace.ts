import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FRAMEWORK } from './majors.ts';
import type { Major } from './majors.ts';
import { run } from './run.ts';

const INSTALL = ['install', '--no-audit', '--no-fund', '--loglevel=error', '--prefer-offline'];
const STRICT = ['--strict-peer-deps', '--legacy-peer-deps=false', '--force=false'];
const TOOLS = ['@angular/build', '@angular/cli'];

/** The apps that a workspace gets, as its major's own CLI generates them. */
export const APPS = {
  standalone: ['standalone', '--zoneless'],
  module: ['module', '--standalone=false', '--no-zoneless'],
  server: ['server', '--ssr', '--zoneless'],
} as const;
export type AppName = keyof typeof APPS;

/**
 * Has the CLI generate a fresh workspace with the apps, and installs the library in it. One
 * installation serves them all.
 * @returns the workspace's folder.
 */
export async function createWorkspace(
  parent: string,
  { framework, tools }: Major,
  apps: readonly AppName[],
  library: string,
): Promise<string> {
  mkdirSync(parent);
  writeManifest(parent, { private: true, devDependencies: { '@angular/cli': tools } });
  await run(parent, 'npm', INSTALL);
  const options = ['--defaults', '--skip-git', '--skip-install'];
  await ng(parent, 'new', 'app', '--create-application=false', ...options);
  const folder = join(parent, 'app');
  // The CLI is there already; npm adds the rest.
  renameSync(join(parent, 'node_modules'), join(folder, 'node_modules'));
  for (const app of apps) {
    const args = [...APPS[app], '--defaults', '--skip-install', '--skip-tests'];
    await ng(folder, 'generate', 'application', ...args);
  }
  pin(folder, framework, exactly(TOOLS, tools));
  await run(folder, 'npm', [...INSTALL, ...STRICT, library]);
  return folder;
}

/** Puts the oldest versions that the library claims in the place of the newest, for the standalone app. */
export async function installOldest(folder: string, { oldest }: Major): Promise<void> {
  // What the other apps need may not go with them.
  const others = { 'zone.js': null, '@angular/ssr': null, '@angular/platform-server': null };
  pin(folder, oldest.framework, { ...others, typescript: oldest.typescript });
  // npm would hold on to the newest, which ask for each other.
  for (const path of [
    'package-lock.json',
    'node_modules/.package-lock.json',
    'node_modules/@angular',
  ]) {
    rmSync(join(folder, path), { recursive: true, force: true });
  }
  await run(folder, 'npm', [...INSTALL, ...STRICT]);
}

/** Runs the folder's own CLI. */
export function ng(folder: string, ...args: string[]): Promise<string> {
  const cli = join(folder, 'node_modules/@angular/cli/bin/ng.js');
  return run(folder, process.execPath, [cli, ...args]);
}

interface Manifest {
  readonly private?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

/** Null leaves a package out. */
function pin(
  folder: string,
  framework: string,
  others: Readonly<Record<string, string | null>>,
): void {
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
  const versions: Readonly<Record<string, string | null | undefined>> = {
    ...exactly(FRAMEWORK, framework),
    ...others,
  };
  const pinned = (listed: Readonly<Record<string, string>> = {}) =>
    Object.fromEntries(
      Object.entries(listed).flatMap(([name, version]) => {
        const exact = versions[name];
        return exact === null ? [] : [[name, exact ?? version]];
      }),
    );
  writeManifest(folder, {
    ...manifest,
    dependencies: pinned(manifest.dependencies),
    devDependencies: pinned(manifest.devDependencies),
  });
}

function exactly(names: readonly string[], version: string): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, version]));
}

function writeManifest(folder: string, manifest: Manifest): void {
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest, null, 2));
}
