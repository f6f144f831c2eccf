import type { UnitTestTree } from '@angular-devkit/schematics/testing';
import { join } from 'node:path';
import ts from 'typescript';
import { PACKAGE_TYPES } from './package-types';

/** The workspace, which the tests are started in. */
const ROOT = process.cwd();
const LIBRARY = join(ROOT, 'projects/ngx-auth-kit');
/** Where the files of an app are said to be, so that its imports find Angular. */
const APP = join(ROOT, 'in-memory-app');

const ENTRIES = ['components', 'core', 'labels', 'testing'];
const OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.Preserve,
  lib: ['lib.es2022.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
  strict: true,
  noUnusedLocals: true,
  experimentalDecorators: true,
  skipLibCheck: true,
  noEmit: true,
  types: [],
  paths: {
    'ngx-auth-kit': [join(LIBRARY, 'src/public-api.ts')],
    ...Object.fromEntries(
      ENTRIES.map((entry) => [`ngx-auth-kit/${entry}`, [join(LIBRARY, entry, 'public-api.ts')]]),
    ),
    '@shop/*': [join(APP, 'libs/*')],
  },
};

/** Angular and the library, parsed once for all tests. */
const parsed = new Map<string, ts.SourceFile | undefined>();

/**
 * What the compiler has against the app that a main file starts, and against imports that are left over;
 * the library and the packages are taken as they are. Templates are not checked.
 */
export function typeErrors(tree: UnitTestTree, main = '/src/main.ts'): string[] {
  const host = ts.createCompilerHost(OPTIONS);
  const { fileExists, readFile, getSourceFile } = host;
  const inTree = (path: string) => (path.startsWith(APP) ? path.slice(APP.length) : null);
  host.fileExists = (path) => {
    const own = inTree(path);
    return own === null ? fileExists(path) : tree.exists(own);
  };
  host.readFile = (path) => {
    const own = inTree(path);
    return own === null ? readFile(path) : tree.readContent(own);
  };
  host.directoryExists = undefined;
  host.getSourceFile = (path, options) => {
    if (path === `${APP}/packages.d.ts`) return ts.createSourceFile(path, PACKAGE_TYPES, options);
    if (inTree(path) !== null) return ts.createSourceFile(path, host.readFile(path)!, options);
    if (!parsed.has(path)) parsed.set(path, getSourceFile(path, options));
    return parsed.get(path);
  };
  const devMode = join(LIBRARY, 'ng-dev-mode.d.ts');
  const roots = [APP + main, `${APP}/packages.d.ts`, devMode];
  const program = ts.createProgram(roots, OPTIONS, host);
  const own = program.getSourceFiles().filter(({ fileName }) => inTree(fileName) !== null);
  return own
    .flatMap((source) => [
      ...program.getSyntacticDiagnostics(source),
      ...program.getSemanticDiagnostics(source),
    ])
    .map(({ file, start = 0, messageText }) => {
      const line = (file?.getLineAndCharacterOfPosition(start).line ?? 0) + 1;
      const message = ts.flattenDiagnosticMessageText(messageText, ' ');
      return `${file?.fileName.slice(APP.length)}:${line}: ${message}`;
    });
}
