import { globSync } from 'node:fs';
import { basename } from 'node:path';
import type { RenderedPage } from './render-guide.ts';
import type { SearchEntry } from './search-entry.ts';

/** A script and no JSON, because pages from a folder may not fetch. */
export function searchIndex(pages: readonly RenderedPage[], site: string): string {
  const entries = [...pages.flatMap(entriesOf), ...apiEntries(site)];
  return `globalThis.searchIndex = ${JSON.stringify(entries)};\n`;
}

function entriesOf({ path, title, sections }: RenderedPage): SearchEntry[] {
  return sections.map(({ level, id, heading, text }) => ({
    url: level === 1 ? path : `${path}#${id}`,
    page: title,
    heading,
    text: text.replaceAll(/\s+/g, ' ').trim(),
  }));
}

/** The names of the API; its own search knows their members. */
function apiEntries(site: string): SearchEntry[] {
  return globSync('api/{classes,functions,interfaces,types,variables}/*.html', { cwd: site })
    .sort()
    .map((url) => {
      const heading = basename(url, '.html').split('.').at(-1) ?? '';
      return { url, page: 'API reference', heading, text: '' };
    });
}
