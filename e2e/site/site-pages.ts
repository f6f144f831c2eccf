import { existsSync, globSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

export const SITE = join(import.meta.dirname, '../../dist/site');

/** Every page, from the root of the site; as a visitor opens it who has the folder only. */
export const SITE_PAGES = globSync('**/*.html', { cwd: SITE }).sort();

export function fileUrl(path: string): string {
  if (!existsSync(join(SITE, 'index.html')))
    throw new Error('Build it first: `npm run build:site`.');
  return pathToFileURL(join(SITE, path)).href;
}
