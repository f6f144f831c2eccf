import type { Browser } from '@playwright/test';
import { inWords } from '../report/in-words.ts';
import { markdownTable } from '../report/markdown-table.ts';
import { interleave } from './interleave.ts';
import { serveFolder } from './serve-folder.ts';
import { ratios, spread } from './spread.ts';

const ROUNDS = { rounds: 20, warmUp: 1 };

/** One start of an app, in milliseconds. */
interface Start {
  /** What the page's main thread computed. */
  readonly computing: number;
  /** From the beginning of the navigation to the first page. */
  readonly waiting: number;
}

/** The table of what it takes a fresh browser context to show the first page. */
export async function measureStartUp(
  browser: Browser,
  folders: ReadonlyMap<string, string>,
  baseline: string,
): Promise<string> {
  const served = await Promise.all(
    [...folders].map(async ([label, folder]) => [label, await serveFolder(folder)] as const),
  );
  const variants = new Map(
    served.map(([label, { origin }]) => [label, () => start(browser, origin)] as const),
  );
  const samples = await interleave(variants, ROUNDS);
  for (const [, { close }] of served) close();
  const computing = (label: string) => samples.get(label)!.map((sample) => sample.computing);
  return markdownTable(
    ['app', 'main thread, times no auth', 'main thread', 'until the first page'],
    [...samples.keys()].map((label) => [
      label,
      inWords(ratios(computing(label), computing(baseline))),
      inWords(spread(computing(label)), ' ms'),
      inWords(spread(samples.get(label)!.map(({ waiting }) => waiting)), ' ms'),
    ]),
  );
}

/** In a browser context that has nothing cached. */
async function start(browser: Browser, origin: string): Promise<Start> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const devTools = await context.newCDPSession(page);
  // Counts the thread's own time, and not that in which a busy machine did something else.
  await devTools.send('Performance.enable', { timeDomain: 'threadTicks' });
  await page.addInitScript(() => {
    new MutationObserver((_mutations, observer) => {
      if (!document.querySelector('bench-page')?.textContent) return;
      observer.disconnect();
      window.shownAfter = performance.now();
    }).observe(document, { childList: true, subtree: true });
  });
  await page.goto(origin);
  await page.waitForFunction(() => window.shownAfter);
  const { metrics } = await devTools.send('Performance.getMetrics');
  const seconds = metrics.find(({ name }) => name === 'ThreadTime')!.value;
  const waiting = await page.evaluate(() => window.shownAfter!);
  await context.close();
  return { computing: seconds * 1_000, waiting };
}

declare global {
  interface Window {
    shownAfter: number | undefined;
  }
}
