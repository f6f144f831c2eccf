import type { SearchEntry } from '../search-entry.ts';

/** More are not shown. */
export const MOST = 20;

/** The entries that have every word of the query, those with the words in their headings first. */
export function findEntries(
  query: string,
  entries: readonly SearchEntry[],
): readonly SearchEntry[] {
  const words = wordsOf(query);
  if (words.length === 0) return [];
  return entries
    .map((entry) => ({ entry, score: scoreOf(entry, words) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .slice(0, MOST)
    .map(({ entry }) => entry);
}

/** About 120 characters of the text around the first word that was looked for. */
export function excerptOf({ text }: SearchEntry, query: string): string {
  const lower = text.toLowerCase();
  const places = wordsOf(query).map((word) => lower.indexOf(word));
  const first = Math.max(0, Math.min(...places.filter((place) => place >= 0), text.length) - 40);
  const start = first >= text.length - 40 ? 0 : first;
  const end = start + 120;
  return `${start > 0 ? '…' : ''}${text.slice(start, end)}${end < text.length ? '…' : ''}`;
}

function wordsOf(query: string): string[] {
  return query.toLowerCase().split(/\s+/).filter(Boolean);
}

/** 0 if a word is missing. */
function scoreOf({ heading, page, text }: SearchEntry, words: readonly string[]): number {
  let score = 0;
  for (const word of words) {
    const found =
      (heading.toLowerCase() === word ? 20 : 0) +
      (heading.toLowerCase().includes(word) ? 10 : 0) +
      (page.toLowerCase().includes(word) ? 3 : 0) +
      (text.toLowerCase().includes(word) ? 1 : 0);
    if (found === 0) return 0;
    score += found;
  }
  return score;
}
