import { posix } from 'node:path';
import { escapeHtml } from './escape-html.ts';
import type { Guide } from './guides.ts';
import { layout } from './layout.ts';
import { linkTo } from './link-to.ts';
import { renderMarkdown } from './render-markdown.ts';
import type { Section } from './render-markdown.ts';

export interface RenderedPage {
  readonly path: string;
  readonly title: string;
  readonly html: string;
  readonly sections: readonly Section[];
}

export interface SiteContext {
  readonly root: string;
  readonly guides: readonly Guide[];
  /** The pages by their documents. */
  readonly pages: ReadonlyMap<string, string>;
}

/** A guide with the list of all guides beside it and a list of its own parts. */
export function renderGuide(guide: Guide, { root, guides, pages }: SiteContext): RenderedPage {
  const { path, source, title, text } = guide;
  const { html, sections } = renderMarkdown(text, (href) =>
    linkTo(href, { root, source, path, pages }),
  );
  const page = layout({
    path,
    title: `${title} | ngx-auth-kit`,
    aside: guideList(guides, path),
    main: html.replace('</h1>', `</h1>${partList(sections)}`),
  });
  return { path, title, html: page, sections };
}

function guideList(guides: readonly Guide[], path: string): string {
  const items = guides.map(({ path: target, title }) => {
    const href = posix.relative(posix.dirname(path), target);
    const current = target === path ? ' aria-current="page"' : '';
    return `<li><a href="${href}"${current}>${escapeHtml(title)}</a></li>`;
  });
  return `<nav class="guides" aria-label="Guides"><ul>${items.join('')}</ul></nav>`;
}

function partList(sections: readonly Section[]): string {
  const parts = sections.filter(({ level }) => level === 2);
  if (parts.length < 3) return '';
  const items = parts.map(
    ({ id, heading }) => `<li><a href="#${id}">${escapeHtml(heading)}</a></li>`,
  );
  return `<nav class="parts" aria-label="On this page"><ul>${items.join('')}</ul></nav>`;
}
