import { SchematicsException, type Tree } from '@angular-devkit/schematics';

/** What the library supports: the peer dependencies of its package. */
const [OLDEST, NEWEST] = [20.03, 22];

/** @throws one line for an Angular that the library does not run on. Versions that are not known pass. */
export function checkAngular(tree: Tree): void {
  const version = angularVersion(tree);
  const [, major, minor = '0'] = /(\d+)(?:\.(\d+))?/.exec(version) ?? [];
  if (!major) return;
  // A range such as ^20.0.0 installs the newest 20.
  const isRange = /^[\^>]|\.x/.test(version) || !/\./.test(version);
  const oldest = isRange ? Math.floor(OLDEST) : OLDEST;
  if (Number(major) + Number(minor) / 100 >= oldest && Number(major) <= NEWEST) return;
  throw new SchematicsException(
    `ngx-auth-kit needs Angular 20.3, 21 or 22; this workspace has ${version}. ` +
      'Nothing was changed. Run ng update first.',
  );
}

/** The installed version, else the one that package.json asks for; empty if neither is known. */
function angularVersion(tree: Tree): string {
  const installed = manifest(tree, '/node_modules/@angular/core/package.json').version;
  const { dependencies, devDependencies } = manifest(tree, '/package.json');
  return installed ?? { ...devDependencies, ...dependencies }['@angular/core'] ?? '';
}

interface Manifest {
  readonly version?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

function manifest(tree: Tree, path: string): Manifest {
  try {
    return JSON.parse(tree.read(path)?.toString('utf8') ?? '{}') as Manifest;
  } catch {
    return {}; // Not JSON: whoever reads it next will say so.
  }
}
