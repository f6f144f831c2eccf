import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { layout } from './layout.ts';
import { linkTo } from './link-to.ts';
import type { RenderedPage, SiteContext } from './render-guide.ts';
import { renderMarkdown } from './render-markdown.ts';

const SOURCE = 'README.md';
const PATH = 'index.html';

/** The README, without what it says of the repository before its first part. */
export function renderHome({ root, pages }: SiteContext): RenderedPage {
  const text = readFileSync(join(root, SOURCE), 'utf8');
  const [, title = '', lead = '', rest = ''] =
    /^# (.+)\n\n([\s\S]+?)\n\n[\s\S]*?(## [\s\S]+)$/.exec(text) ?? [];
  if (title === '')
    throw new Error(`${SOURCE} has to begin with a heading, a paragraph and parts.`);
  const link = (href: string) => linkTo(href, { root, source: SOURCE, path: PATH, pages });
  const { html, sections } = renderMarkdown(rest, link);
  const hero = `<div class="hero">
<h1>${title}</h1>
<div class="lead">${renderMarkdown(lead, link).html}</div>
<p class="actions"><a class="action" href="guides/quick-start.html">Quick start</a>
<a class="action quiet" href="demo/index.html">Try the demo</a>
<a class="action quiet" href="api/index.html">API reference</a></p>
</div>`;
  const description = 'ngx-auth-kit: sign-in for Angular apps';
  return {
    path: PATH,
    title,
    html: layout({ path: PATH, title: description, main: hero + html }),
    sections,
  };
}
