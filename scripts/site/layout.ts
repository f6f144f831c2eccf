import { posix } from 'node:path';
import { escapeHtml } from './escape-html.ts';
import { REPOSITORY } from './link-to.ts';

const AREAS = [
  { name: 'Guides', path: 'guides/index.html' },
  { name: 'API reference', path: 'api/index.html' },
  { name: 'Demo', path: 'demo/index.html' },
];

export interface PageParts {
  /** From the root of the site. */
  readonly path: string;
  readonly title: string;
  /** HTML. */
  readonly main: string;
  /** HTML beside it. */
  readonly aside?: string;
  /** More scripts, from the root of the site. */
  readonly scripts?: readonly string[];
}

/** A whole page. All that it asks for is beside it, so it works from a folder too. */
export function layout({ path, title, main, aside = '', scripts = [] }: PageParts): string {
  const base = baseOf(path);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>${escapeHtml(title)}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="${base}assets/icon.svg">
<link rel="stylesheet" href="${base}assets/site.css">
<script src="${base}assets/theme.js"></script>
${scripts.map((script) => `<script src="${base}${script}" defer></script>`).join('\n')}
</head>
<body>
${siteHeader(path)}
<div class="page${aside && ' with-aside'}">
<main id="main" tabindex="-1">${main}</main>
${aside}</div>
<footer class="site-footer"><p>MIT licence. <a href="${REPOSITORY}">Source on GitHub</a></p></footer>
</body>
</html>
`;
}

/** The same on all pages, those of the API reference too. */
export function siteHeader(path: string): string {
  const base = baseOf(path);
  const links = AREAS.map(({ name, path: target }) => {
    const current =
      path === target ? 'page' : String(posix.dirname(path) === posix.dirname(target));
    return `<li><a href="${base}${target}" aria-current="${current}">${name}</a></li>`;
  });
  return `<header class="site-header">
<a class="skip" href="#main">Skip to the content</a>
<a class="brand" href="${base}index.html"><img src="${base}assets/icon.svg" alt="">ngx-auth-kit</a>
<nav aria-label="Site"><ul>${links.join('')}</ul></nav>
<form role="search" action="${base}search.html">
<input type="search" name="q" aria-label="Search the guides" placeholder="Search" autocomplete="off">
</form>
<select id="theme" aria-label="Theme" hidden>
<option value="os">Auto</option><option value="light">Light</option><option value="dark">Dark</option>
</select>
</header>`;
}

function baseOf(path: string): string {
  return '../'.repeat(path.split('/').length - 1);
}
