import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { SITE } from './site-pages.ts';

const ROOT = join(import.meta.dirname, '../..');
const FILES = /^https:\/\/github\.com\/ngx-auth-kit\/ngx-auth-kit\/(?:blob|tree)\/main\/([^#]+)/;

/**
 * Those of the links that lead nowhere: on the site, or to a file that the repository lacks.
 *
 * @param hosted Where the site is.
 */
export function deadLinks(urls: readonly string[], hosted: string): string[] {
  return [...new Set(urls)].filter((url) => {
    const file = FILES.exec(url)?.[1];
    if (file !== undefined) return !existsSync(join(ROOT, file));
    // The pages of others are theirs to keep.
    return url.startsWith(`${hosted}/`) ? !isOnSite(url.slice(hosted.length)) : isOurOwn(url);
  });
}

function isOnSite(path: string): boolean {
  const [file = '', id = ''] = path.split('#');
  if (!existsSync(join(SITE, file)) || !statSync(join(SITE, file)).isFile()) return false;
  // Of the demo, the rest of the URL is a route or is not there before its scripts.
  if (id === '' || file === '/demo/index.html') return true;
  return readFileSync(join(SITE, file), 'utf8').includes(`id="${decodeURIComponent(id)}"`);
}

/** Outside of the site's folder, or no address of a page at all. */
function isOurOwn(url: string): boolean {
  return !/^https?:$/.test(new URL(url).protocol) || new URL(url).hostname === '127.0.0.1';
}
