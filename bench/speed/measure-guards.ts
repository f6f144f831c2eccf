import type { Browser } from '@playwright/test';
import { interleave } from './interleave.ts';
import { openPage } from './open-page.ts';
import { ratios, spread } from './spread.ts';
import { markdownTable } from '../report/markdown-table.ts';
import { inWords, rounded } from '../report/in-words.ts';

const LABELS: Readonly<Record<string, string>> = {
  bare: '`() => true`',
  tutorial: 'tutorial guard (@auth0/angular-jwt)',
  kit: '`ensureAuthenticated`',
};
const DECISIONS = 2_000;
const ROUNDS = { rounds: 30, warmUp: 5 };

/** The table of what guards decide in a second. */
export async function measureGuards(browser: Browser, origin: string): Promise<string> {
  const variants = new Map<string, () => Promise<number>>();
  for (const variant of Object.keys(LABELS)) {
    for (const signedIn of ['yes', 'no']) {
      const run = await openPage(browser, origin, { bench: 'guards', variant, signedIn });
      variants.set(`${variant} ${signedIn}`, async () => (await run(DECISIONS)).milliseconds);
    }
  }
  const samples = await interleave(variants, ROUNDS);
  return markdownTable(
    ['guard', 'signed in', 'decisions a second', 'a decision', 'times bare', 'times tutorial'],
    Object.entries(LABELS).flatMap(([variant, label]) =>
      ['yes', 'no'].map((signedIn) => {
        const measured = samples.get(`${variant} ${signedIn}`)!;
        const microseconds = spread(measured.map((value) => (value * 1_000) / DECISIONS));
        const times = (reference: readonly number[] | undefined) =>
          inWords(ratios(measured, reference!));
        return [
          label,
          signedIn,
          rounded(1_000_000 / microseconds.median),
          inWords(microseconds, ' µs'),
          times(samples.get('bare yes')),
          times(samples.get(`tutorial ${signedIn}`)),
        ];
      }),
    ),
  );
}
