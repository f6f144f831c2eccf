import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the guides quote of `docs/recipes` and is not there any more. */
export function staleExcerpts(root: string): string[] {
  const read = (name: string) => readFileSync(join(root, name), 'utf8');
  const recipes = globSync('docs/recipes/*.css', { cwd: root }).map(read);
  return globSync('docs/*.md', { cwd: root }).flatMap((guide) =>
    [...read(guide).matchAll(/^```css\n(.*?)^```/gms)]
      .map(([, css = '']) => css)
      .filter((css) => css.includes('.auth-frame') && !recipes.some((file) => file.includes(css)))
      .map((css) => `${guide}  quotes what no recipe has:\n${css}`),
  );
}
