import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/** A fenced block of TypeScript in a document. */
export interface Snippet {
  readonly document: string;
  readonly line: number;
  readonly code: string;
  /** Where to put it, below the folder for all of them. */
  readonly file: string;
}

/** The snippets of the README and of everything in `docs`. */
export function findSnippets(root: string): Snippet[] {
  const docs = join(root, 'docs');
  const guides = existsSync(docs) ? readdirSync(docs).filter((name) => name.endsWith('.md')) : [];
  const documents = ['README.md', ...guides.map((name) => join('docs', name))];
  return documents.flatMap((document) => snippetsOf(root, document));
}

function snippetsOf(root: string, document: string): Snippet[] {
  const text = readFileSync(join(root, document), 'utf8');
  return [...text.matchAll(/^( *)```ts\n(.*?)^\1```/gms)].map(
    ({ 2: code = '', index }, number) => ({
      document,
      line: text.slice(0, index).split('\n').length,
      code,
      file: join(basename(document, '.md'), `${number + 1}.ts`),
    }),
  );
}
