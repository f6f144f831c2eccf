import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Imports a module in plain Node, and fails when loading it looks for what only browsers have. */
const BROWSER_ONLY = ['window', 'document', 'localStorage', 'sessionStorage', 'location', 'self'];

const [file = ''] = process.argv.slice(2);
// What Angular and RxJS do when they load is theirs; the compiler links the library, as a build would.
for (const name of ['@angular/compiler', ...importedByPackage()]) await import(name);

const touched = new Set<string>();
for (const name of BROWSER_ONLY) {
  // Even `typeof window` reads it.
  Object.defineProperty(globalThis, name, { get: () => void touched.add(name) });
}
const exported = Object.keys((await import(pathToFileURL(file).href)) as object);
if (exported.length === 0) throw new Error(`${file} exports nothing.`);
if (touched.size > 0) throw new Error(`Loading ${file} touches ${[...touched].join(', ')}.`);

/** What the files of the package import, of other packages: they import each other. */
function importedByPackage(): string[] {
  const folder = dirname(file);
  return globSync('*.mjs', { cwd: folder })
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .flatMap((code) => [...code.matchAll(/^import .*? from '([^']+)';$/gm)])
    .map(([, name = '']) => name)
    .filter((name) => !name.startsWith('ngx-auth-kit'));
}
