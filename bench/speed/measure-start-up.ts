import type { Browser } from '@playwright/test';
import { inWords } from '../report/in-words.ts';
import { markdownTable } from '../report/markdown-table.ts';
import { interleave } from './interleave.ts';
import { serveFolder } from './serve-folder.ts';
import { ratios, spread } from './spread.ts';

const ROUNDS = { rounds: 20, warmUp: 1 };

/** The table of how long a fresh browser context needs until the first page is there. */
export async function measureStartUp(
  browser: Browser,
  folders: ReadonlyMap<string, string>,
  baseline: string,
): Promise<string> {
  const served = await Promise.all(
    [...folders].map(async ([label, folder]) => [label, await serveFolder(folder)] as const),
  );
  const variants = new Map(
    served.map(([label, { origin }]) => [label, () => timeToFirstPage(browser, origin)] as const),
  );
  const samples = await interleave(variants, ROUNDS);
  for (const [, { close }] of served) close();
  const reference = samples.get(baseline)!;
  return markdownTable(
    ['app', 'times baseline', 'until the first page'],
    [...samples].map(([label, measured]) => [
      label,
      inWords(ratios(measured, reference)),
      inWords(spread(measured), ' ms'),
    ]),
  );
}

/** In milliseconds since the navigation began, in a browser context that has nothing cached. */
async function timeToFirstPage(browser: Browser, origin: string): Promise<number> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.addInitScript(() => {
    new MutationObserver((_mutations, observer) => {
      if (!document.querySelector('bench-page')?.textContent) return;
      observer.disconnect();
      window.shownAfter = performance.now();
    }).observe(document, { childList: true, subtree: true });
  });
  await page.goto(origin);
  await page.waitForFunction(() => window.shownAfter);
  const milliseconds = await page.evaluate(() => window.shownAfter);
  await context.close();
  return milliseconds!;
}

declare global {
  interface Window {
    shownAfter: number | undefined;
  }
}
