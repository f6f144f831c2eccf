import type { Browser } from '@playwright/test';
import type { Round } from '../page/round.ts';
import { inWords } from '../report/in-words.ts';
import { markdownTable } from '../report/markdown-table.ts';
import { interleave } from './interleave.ts';
import { openPage } from './open-page.ts';
import { ratios, spread } from './spread.ts';

const LABELS: Readonly<Record<string, string>> = {
  bare: 'no auth, all answered 200',
  kit: 'ngx-auth-kit, `withTokenRefresh()`',
  tutorial: 'tutorial interceptor (`BehaviorSubject`)',
};
const ARRIVALS: Readonly<Record<string, string>> = {
  none: 'all at once',
  half: 'half 25 ms late',
};
const REQUESTS = 1_000;
const ROUNDS = { rounds: 10, warmUp: 2 };

/** The table of what 1,000 parallel requests cost whose token is refused. */
export async function measureRefusals(browser: Browser, origin: string): Promise<string> {
  const variants = new Map<string, () => Promise<Round>>();
  for (const variant of Object.keys(LABELS)) {
    for (const late of Object.keys(ARRIVALS)) {
      const run = await openPage(browser, origin, { bench: 'refusals', variant, late });
      variants.set(`${variant} ${late}`, () => run(REQUESTS));
    }
  }
  const samples = await interleave(variants, ROUNDS);
  const times = (name: string) => samples.get(name)!.map(({ milliseconds }) => milliseconds);
  const most = (name: string, what: 'refreshCalls' | 'sent') =>
    Math.max(...samples.get(name)!.map((round) => round[what]!)).toLocaleString('en');
  return markdownTable(
    ['1,000 requests', 'answers arrive', 'refresh calls', 'requests sent', 'times no auth', 'time'],
    Object.entries(LABELS).flatMap(([variant, label]) =>
      Object.entries(ARRIVALS).map(([late, arrival]) => {
        const name = `${variant} ${late}`;
        return [
          label,
          arrival,
          most(name, 'refreshCalls'),
          most(name, 'sent'),
          inWords(ratios(times(name), times(`bare ${late}`))),
          inWords(spread(times(name)), ' ms'),
        ];
      }),
    ),
  );
}
