import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A fenced block of TypeScript in a document or in a docstring. */
export interface Snippet {
  readonly document: string;
  readonly line: number;
  readonly code: string;
  /** Where to put it, below the folder for all of them. */
  readonly file: string;
}

/** The snippets of the README, the guides and the examples, and of the docstrings of the library. */
export function findSnippets(root: string): Snippet[] {
  const guides = globSync(['docs/**/*.md', 'examples/{,*/}*.md'], { cwd: root }).sort();
  const sources = globSync('projects/ngx-auth-kit/{components,core,labels,testing}/**/*.ts', {
    cwd: root,
  })
    .filter((name) => !name.endsWith('.spec.ts'))
    .sort();
  const read = (name: string) => readFileSync(join(root, name), 'utf8');
  return [
    ...['README.md', ...guides].flatMap((name) => snippetsOf(name, read(name))),
    ...sources.flatMap((name) => snippetsOf(name, docstringsOf(read(name)))),
  ];
}

/** The text of the docstrings, each line where it was. */
function docstringsOf(source: string): string {
  return source
    .split('\n')
    .map((line) => /^ *\*(?: (.*))?$/.exec(line)?.[1] ?? '')
    .join('\n');
}

function snippetsOf(document: string, text: string): Snippet[] {
  return [...text.matchAll(/^( *)```ts\n(.*?)^\1```/gms)].map(
    ({ 2: code = '', index }, number) => ({
      document,
      line: text.slice(0, index).split('\n').length,
      code,
      file: join(document.replace(/\.\w+$/, ''), `${number + 1}.ts`),
    }),
  );
}
