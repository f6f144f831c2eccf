import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import { brokenLinks } from './snippets/broken-links.ts';
import { findSnippets } from './snippets/find-snippets.ts';
import type { Snippet } from './snippets/find-snippets.ts';
import { KNOWN_MODULES, knownNames } from './snippets/known-names.ts';
import { staleExcerpts } from './snippets/stale-excerpts.ts';
import { unlistedNames } from './snippets/unlisted-names.ts';
import { wrapFragment } from './snippets/wrap-fragment.ts';

/**
 * Compiles every TypeScript snippet of the documentation against the built library. Also reports broken
 * links, excerpts of recipes that have changed, and names that a guide with a complete list lacks.
 */
const ROOT = join(import.meta.dirname, '..');
const OUTPUT = join(ROOT, 'dist/snippets');
const OPTIONS: ts.CompilerOptions = {
  strict: true,
  noEmit: true,
  skipLibCheck: true,
  experimentalDecorators: true,
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ES2022,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  moduleDetection: ts.ModuleDetectionKind.Force,
  types: ['jasmine', 'node'],
  lib: ['lib.es2022.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
  paths: {
    'ngx-auth-kit': [join(ROOT, 'dist/ngx-auth-kit')],
    'ngx-auth-kit/*': [join(ROOT, 'dist/ngx-auth-kit/types/ngx-auth-kit-*.d.ts')],
  },
};

rmSync(OUTPUT, { recursive: true, force: true });
const knownModules = join(OUTPUT, 'known-modules.ts');
write(knownModules, KNOWN_MODULES);
const snippets = new Map<string, Snippet>();
for (const snippet of findSnippets(ROOT)) {
  const file = join(OUTPUT, snippet.file);
  snippets.set(file, snippet);
  write(file, wrapFragment(snippet.code));
}
addObviousImports();

const problems = ts.getPreEmitDiagnostics(createProgram());
for (const { file, messageText, start } of problems) {
  const snippet = file && snippets.get(file.fileName);
  const line = file && start !== undefined ? file.text.slice(0, start).split('\n').pop()! : '';
  const text = file?.text.slice((start ?? 0) - line.length).split('\n', 1)[0] ?? '';
  const place = snippet ? `${snippet.document}:${snippet.line}` : (file?.fileName ?? '');
  console.error(`${place}  ${ts.flattenDiagnosticMessageText(messageText, '\n')}\n    ${text}`);
}
const others = [...brokenLinks(ROOT), ...staleExcerpts(ROOT), ...unlistedNames(ROOT)];
others.forEach((problem) => console.error(problem));
if (problems.length + others.length > 0) process.exit(1);
console.log(
  `${snippets.size} snippets compile, all links lead somewhere, and all lists are complete.`,
);

function createProgram(): ts.Program {
  const given = join(import.meta.dirname, 'snippets/given.d.ts');
  return ts.createProgram([...snippets.keys(), knownModules, given], OPTIONS);
}

/** Snippets leave out imports where the text makes them obvious; the compiler says which. */
function addObviousImports(): void {
  const program = createProgram();
  const modules = knownNames(program, knownModules);
  const added = new Set<string>();
  for (const { file, messageText } of ts.getPreEmitDiagnostics(program)) {
    const text = ts.flattenDiagnosticMessageText(messageText, '\n');
    const name = /(?:Cannot find name|shorthand property) '(\w+)'/.exec(text)?.[1] ?? '';
    const module = modules.get(name);
    if (!file || module === undefined || added.has(`${file.fileName} ${name}`)) continue;
    added.add(`${file.fileName} ${name}`);
    const code = ts.sys.readFile(file.fileName) ?? '';
    write(file.fileName, `import { ${name} } from '${module}';\n${code}`);
  }
}

function write(file: string, code: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, code);
}
