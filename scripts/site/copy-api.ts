import { cpSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { siteHeader } from './layout.ts';

/** The API reference with the site's header, look and choice of theme. */
export function copyApi(from: string, site: string): void {
  cpSync(from, join(site, 'api'), { recursive: true });
  for (const path of globSync('api/**/*.html', { cwd: site })) {
    const base = '../'.repeat(path.split('/').length - 1);
    const html = readFileSync(join(site, path), 'utf8');
    writeFileSync(join(site, path), withLook(html, path, base));
  }
}

function withLook(html: string, path: string, base: string): string {
  return (
    html
      .replace(
        '</head>',
        `<link rel="icon" href="${base}assets/icon.svg"/>` +
          `<link rel="stylesheet" href="${base}assets/api.css"/>` +
          `<script src="${base}assets/theme.js"></script></head>`,
      )
      .replace(/<header class="tsd-page-toolbar">(.*?)<\/header>/s, (_header, tools: string) => {
        // One banner a page.
        return `${siteHeader(path)}<div class="tsd-page-toolbar" role="region" aria-label="API reference">${tools}</div>`;
      })
      // They are in each page as well, and browsers take none out of another file of a folder.
      .replaceAll(/href="[./]*assets\/icons\.svg#/g, 'href="#')
      .replace(/<div class="tsd-theme-toggle">.*?<\/div>/s, '')
  );
}
