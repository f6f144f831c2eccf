import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { headingId } from '../site/heading-id.ts';

const DOCUMENTS = [
  '*.md',
  '.github/*.md',
  'docs/**/*.md',
  'examples/{,*/}*.md',
  'projects/*/*.md',
  'bench/*.md',
];

/** The relative links of the documents that lead nowhere, each with where it stands. */
export function brokenLinks(root: string): string[] {
  return globSync(DOCUMENTS, { cwd: root }).flatMap((document) => {
    const text = readFileSync(join(root, document), 'utf8');
    return [...text.matchAll(/\]\(([^)\s]+)\)/g)]
      .map(([, link = '']) => link)
      .filter((link) => !/^\w+:/.test(link) && !leadsSomewhere(join(root, document), link))
      .map((link) => `${document}  leads nowhere: ${link}`);
  });
}

function leadsSomewhere(document: string, link: string): boolean {
  const [path = '', heading] = link.split('#');
  const target = path === '' ? document : join(dirname(document), path);
  if (!existsSync(target)) return false;
  if (heading === undefined) return true;
  return statSync(target).isFile() && headingsOf(target).includes(heading);
}

function headingsOf(file: string): string[] {
  return [...readFileSync(file, 'utf8').matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    headingId(heading),
  );
}
