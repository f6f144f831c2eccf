import type { Browser } from '@playwright/test';
import { interleave } from './interleave.ts';
import { openPage } from './open-page.ts';
import { ratios, spread } from './spread.ts';
import { markdownTable } from '../report/markdown-table.ts';
import { inWords } from '../report/in-words.ts';

const LABELS: Readonly<Record<string, string>> = {
  kit: 'ngx-auth-kit',
  'angular-jwt': '@auth0/angular-jwt',
  'angular-oauth2-oidc': 'angular-oauth2-oidc',
};
const URLS = ['1', '10', '100'];
const REQUESTS = 500;
const ROUNDS = { rounds: 40, warmUp: 10 };

/** The table of what an interceptor adds to a request. */
export async function measureRequests(browser: Browser, origin: string): Promise<string> {
  const variants = new Map<string, () => Promise<number>>();
  const open = async (variant: string, urls: string) => {
    const run = await openPage(browser, origin, { bench: 'requests', variant, urls });
    variants.set(`${variant} ${urls}`, async () => (await run(REQUESTS)).milliseconds);
  };
  await open('bare', '1');
  for (const variant of Object.keys(LABELS)) {
    for (const urls of URLS) await open(variant, urls);
  }
  const samples = await interleave(variants, ROUNDS);
  const bare = samples.get('bare 1')!;
  const perRequest = (milliseconds: readonly number[]) =>
    inWords(spread(milliseconds.map((value) => (value * 1_000) / REQUESTS)), ' µs');
  return markdownTable(
    ['interceptor', 'allowed URLs', 'times bare HttpClient', 'a request'],
    [
      ['none (bare HttpClient)', '–', '1', perRequest(bare)],
      ...Object.entries(LABELS).flatMap(([variant, label]) =>
        URLS.map((urls) => {
          const measured = samples.get(`${variant} ${urls}`)!;
          return [label, urls, inWords(ratios(measured, bare)), perRequest(measured)];
        }),
      ),
    ],
  );
}
