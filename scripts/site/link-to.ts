import { existsSync, statSync } from 'node:fs';
import { join, posix } from 'node:path';

export const REPOSITORY = 'https://github.com/ngx-auth-kit/ngx-auth-kit';

/**
 * Where a link of a document leads on the site: to another page, or to the file in the repository.
 *
 * @param source The document, from the root of the repository.
 * @param path Its page, from the root of the site.
 * @param pages The pages by their documents.
 */
export function linkTo(href: string, { root, source, path, pages }: LinkContext): string {
  if (/^(\w+:|#)/.test(href)) return href;
  const [file = '', hash] = href.split('#');
  const target = posix.join(posix.dirname(source), file);
  const suffix = hash === undefined ? '' : `#${hash}`;
  const page = pages.get(target);
  if (page !== undefined) return posix.relative(posix.dirname(path), page) + suffix;
  if (!existsSync(join(root, target))) throw new Error(`${source} leads nowhere: ${href}`);
  const kind = statSync(join(root, target)).isDirectory() ? 'tree' : 'blob';
  return `${REPOSITORY}/${kind}/main/${target}${suffix}`;
}

export interface LinkContext {
  readonly root: string;
  readonly source: string;
  readonly path: string;
  readonly pages: ReadonlyMap<string, string>;
}
