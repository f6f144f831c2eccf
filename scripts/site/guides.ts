import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A document and where it is on the site. */
export interface Guide {
  /** From the root of the repository. */
  readonly source: string;
  /** From the root of the site. */
  readonly path: string;
  readonly title: string;
  readonly text: string;
}

const LIST = 'docs/README.md';

/** The guides in the order in which docs/README.md names them, after that list itself. */
export function findGuides(root: string): readonly Guide[] {
  const list = readFileSync(join(root, LIST), 'utf8');
  const named = [...list.matchAll(/\]\(([\w-]+\.md)\)/g)].map(([, file]) => `docs/${file}`);
  const unnamed = globSync('docs/*.md', { cwd: root }).filter(
    (source) => source !== LIST && !named.includes(source),
  );
  if (unnamed.length > 0) {
    throw new Error(`No link leads to ${unnamed.join(', ')}: add one to ${LIST}.`);
  }
  return [...new Set([LIST, ...named])].map((source) => {
    const text = readFileSync(join(root, source), 'utf8');
    return { source, path: pathOf(source), title: titleOf(source, text), text };
  });
}

function pathOf(source: string): string {
  const name = source === LIST ? 'index' : source.slice('docs/'.length, -'.md'.length);
  return `guides/${name}.html`;
}

function titleOf(source: string, text: string): string {
  const title = /^# (.+)$/m.exec(text)?.[1];
  if (title === undefined) throw new Error(`${source} has no heading: begin it with "# …".`);
  return title.replaceAll('`', '');
}
