import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';

const PATH = join(import.meta.dirname, '../RESULTS.md');

/** Replaces what is between `<!-- name -->` and `<!-- /name -->` in RESULTS.md; the rest is written by hand. */
export async function writeResults(sections: Readonly<Record<string, string>>): Promise<void> {
  let text = readFileSync(PATH, 'utf8');
  for (const [name, content] of Object.entries(sections)) {
    const [begin, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
    const [from, to] = [text.indexOf(begin), text.indexOf(end)];
    if (from < 0 || to < from) throw new Error(`RESULTS.md has no ${begin} … ${end}.`);
    text = `${text.slice(0, from + begin.length)}\n\n${content}\n\n${text.slice(to)}`;
  }
  writeFileSync(PATH, await format(text, { ...(await resolveConfig(PATH)), filepath: PATH }));
}
