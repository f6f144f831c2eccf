import type { SearchEntry } from '../search-entry.ts';
import { excerptOf, findEntries, MOST } from './find-entries.ts';

const { searchIndex } = globalThis as unknown as { searchIndex: readonly SearchEntry[] };
const input = document.querySelector<HTMLInputElement>('[name=q]');
const found = document.querySelector('#found');
const results = document.querySelector('#results');

if (input && found && results) {
  input.value = new URLSearchParams(location.search).get('q') ?? '';
  input.addEventListener('input', show);
  show();
}

function show(): void {
  const query = input?.value.trim() ?? '';
  const entries = findEntries(query, searchIndex);
  results?.replaceChildren(...entries.map((entry) => item(entry, query)));
  if (found) found.textContent = summary(query, entries.length);
}

function summary(query: string, count: number): string {
  if (query === '') return 'Type what you look for into the field above.';
  if (count === 0) return `Nothing found for “${query}”.`;
  if (count === MOST) return `The best ${MOST} results for “${query}”.`;
  return `${count} ${count === 1 ? 'result' : 'results'} for “${query}”.`;
}

function item(entry: SearchEntry, query: string): HTMLElement {
  const link = document.createElement('a');
  link.href = entry.url;
  link.textContent = entry.heading;
  const where = document.createElement('span');
  where.textContent = ` ${entry.page}`;
  const excerpt = document.createElement('p');
  excerpt.textContent = excerptOf(entry, query);
  const element = document.createElement('li');
  element.append(link, where, excerpt);
  return element;
}
