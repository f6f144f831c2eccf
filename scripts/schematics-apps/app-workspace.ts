import { spawnSync } from 'node:child_process';
import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');
const PINNED = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).devDependencies;
const QUIET = ['--no-audit', '--no-fund'];
const PLAIN = ['--defaults', '--skip-install'];

/** A workspace with real apps, outside of this one, with the packed library installed. */
export interface AppWorkspace {
  /** Runs the CLI; returns what it printed. @throws what it printed where it fails. */
  ng(...args: string[]): string;
  write(path: string, text: string): void;
  /** The sources of an app, by path. */
  sources(app: string): Record<string, string>;
  /** Builds an app; returns the folder to serve. */
  build(app: string): string;
  remove(): void;
}

/** Generates the apps (name: NgModules or not), and installs everything. */
export function createAppWorkspace(
  apps: Readonly<Record<string, 'standalone' | 'module'>>,
): AppWorkspace {
  const parent = mkdtempSync(join(tmpdir(), 'schematics-apps-'));
  const root = join(parent, 'shop');
  // A CLI inside this workspace makes no new ones.
  run(parent, 'npm', 'install', ...QUIET, `@angular/cli@${PINNED['@angular/cli']}`);
  const cli = join(parent, 'node_modules/@angular/cli/bin/ng.js');
  const ng = (...args: string[]) => run(root, process.execPath, cli, ...args);
  const options = ['--no-create-application', '--skip-git', '--package-manager=npm'];
  run(parent, process.execPath, cli, 'new', 'shop', ...PLAIN, ...options);
  for (const [name, kind] of Object.entries(apps)) {
    const standalone = `--standalone=${kind === 'standalone'}`;
    ng('generate', 'application', name, ...PLAIN, '--skip-tests', '--style=css', standalone);
  }
  pinVersions(join(root, 'package.json'));
  const pack = ['pack', '--silent', `--pack-destination=${parent}`];
  const tarball = join(parent, run(join(ROOT, 'dist/ngx-auth-kit'), 'npm', ...pack).trim());
  run(root, 'npm', 'install', ...QUIET, tarball, '@auth0/angular-jwt@5');
  return {
    ng,
    write: (path, text) => {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    },
    sources: (app) => {
      const paths = globSync(`projects/${app}/src/**/*.ts`, { cwd: root });
      return Object.fromEntries(
        paths.map((path) => [path, readFileSync(join(root, path), 'utf8')]),
      );
    },
    build: (app) => {
      ng('build', app, '--progress=false');
      return join(root, 'dist', app, 'browser');
    },
    remove: () => rmSync(parent, { recursive: true }),
  };
}

/** The newest versions of the framework do not install everywhere; the ones of this workspace do. */
function pinVersions(path: string): void {
  const manifest = JSON.parse(readFileSync(path, 'utf8'));
  for (const dependencies of [manifest.dependencies, manifest.devDependencies]) {
    for (const name of Object.keys(dependencies))
      dependencies[name] = PINNED[name] ?? dependencies[name];
  }
  writeFileSync(path, JSON.stringify(manifest, null, 2));
}

function run(cwd: string, command: string, ...args: string[]): string {
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NG_CLI_ANALYTICS: 'false' },
  });
  if (status === 0) return command === 'npm' ? stdout : stdout + stderr;
  throw new Error(`${command} ${args.join(' ')} (in ${cwd})\n${stdout}${stderr}`);
}
