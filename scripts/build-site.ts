import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { buildAssets } from './site/build-assets.ts';
import { copyApi } from './site/copy-api.ts';
import { copyDemo } from './site/copy-demo.ts';
import { findGuides } from './site/guides.ts';
import { renderGuide } from './site/render-guide.ts';
import { renderHome } from './site/render-home.ts';
import { searchIndex } from './site/search-index.ts';
import { searchPage } from './site/search-page.ts';

/** Puts the site together in dist/site, from the documents and two builds. */
const ROOT = join(import.meta.dirname, '..');
const SITE = join(ROOT, 'dist/site');
const API = join(ROOT, 'dist/api');
const DEMO = join(ROOT, 'dist/demo-static/browser');

for (const [folder, script] of [
  [API, 'docs:api'],
  [DEMO, 'build:static'],
] as const) {
  if (existsSync(join(folder, 'index.html'))) continue;
  console.error(`There is no ${folder}: run \`npm run ${script}\` first.`);
  process.exit(1);
}

rmSync(SITE, { recursive: true, force: true });
const guides = findGuides(ROOT);
const sources = guides.map(({ source, path }) => [source, path] as const);
const context = { root: ROOT, guides, pages: new Map([['README.md', 'index.html'], ...sources]) };
const pages = [renderHome(context), ...guides.map((guide) => renderGuide(guide, context))];
for (const { path, html } of pages) write(path, html);
write('search.html', searchPage());
buildAssets(SITE);
copyApi(API, SITE);
copyDemo(DEMO, SITE);
write('assets/search-index.js', searchIndex(pages, SITE));
console.log(`${pages.length} pages, API reference and demo: open dist/site/index.html.`);

function write(path: string, text: string): void {
  mkdirSync(dirname(join(SITE, path)), { recursive: true });
  writeFileSync(join(SITE, path), text);
}
