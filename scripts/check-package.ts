import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Checks the built library as npm would publish it. */
const PACKAGE = 'dist/ngx-auth-kit';
const DEPENDENCIES = ['jwt-decode', 'tslib'];
const TEXTS = ['README.md', 'CHANGELOG.md', 'LICENSE'];
const REQUIRED = ['license', 'description', 'keywords', 'repository', 'bugs', 'homepage'];

/**
 * Angular packages are ES modules only, and Angular resolves by `exports`: CommonJS and the resolution
 * of Node 10 are nobody's. The rule counts Node 10 in spite of the profile; where an import leads
 * nowhere, `api:check` fails.
 */
const ATTW_SCOPE = ['--profile', 'esm-only', '--ignore-rules', 'internal-resolution-error'];

interface Manifest extends Readonly<Record<string, unknown>> {
  readonly exports: Readonly<Record<string, { readonly types?: string; readonly default: string }>>;
  readonly sideEffects?: boolean;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly peerDependencies: Readonly<Record<string, string>>;
  readonly peerDependenciesMeta?: Readonly<Record<string, unknown>>;
  readonly schematics?: string;
  readonly 'ng-update'?: { readonly migrations?: string };
}

const manifest = JSON.parse(readFileSync(join(PACKAGE, 'package.json'), 'utf8')) as Manifest;
const entries = Object.values(manifest.exports).filter(({ types }) => types);

const faults = [
  ...manifestFaults(),
  ...packedFaults(),
  ...faultsOf('publint', '--strict', PACKAGE),
  ...faultsOf('attw', '--pack', PACKAGE, '--no-color', '--no-emoji', ...ATTW_SCOPE),
  ...entries.flatMap((entry) =>
    faultsOf(process.execPath, 'scripts/import-without-browser.ts', join(PACKAGE, entry.default)),
  ),
];
faults.forEach((fault) => console.error(fault));
if (faults.length > 0) process.exit(1);
console.log(`The package is fit to be published, with ${entries.length} entry point(s).`);

function manifestFaults(): string[] {
  const optional = Object.keys(manifest.peerDependenciesMeta ?? {});
  return [
    ...REQUIRED.filter((field) => !manifest[field]).map((field) => `package.json has no ${field}.`),
    ...(manifest.sideEffects === false ? [] : ['package.json does not say sideEffects: false.']),
    ...Object.keys(manifest.dependencies)
      .filter((name) => !DEPENDENCIES.includes(name))
      .map((name) => `${name} is not to be a dependency.`),
    ...optional
      .filter((name) => !(name in manifest.peerDependencies))
      .map((name) => `${name} is optional, but no peer.`),
  ];
}

/** What is to be in the tarball and is not, and what is there by mistake. */
function packedFaults(): string[] {
  const { stdout } = spawnSync('npm', ['pack', '--dry-run', '--json', '--loglevel=error'], {
    cwd: PACKAGE,
    encoding: 'utf8',
  });
  const [{ files }] = JSON.parse(stdout) as [{ files: { path: string }[] }];
  const packed = files.map(({ path }) => path);
  const { schematics, 'ng-update': update } = manifest;
  const named = [schematics, update?.migrations].flatMap((path) => (path ? [join(path)] : []));
  return [
    ...[...TEXTS, ...named]
      .filter((path) => !packed.includes(path))
      .map((path) => `${path} is not in the package.`),
    ...packed
      .filter((path) => /\.spec\.|(?<!\.d)\.ts$|tsconfig|\.tgz$/.test(path))
      .map((path) => `${path} is in the package.`),
  ];
}

/** All that a command says, when it fails. */
function faultsOf(command: string, ...args: string[]): string[] {
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8' });
  return status === 0 ? [] : [`${command} ${args.join(' ')}:\n${stdout}${stderr}`];
}
