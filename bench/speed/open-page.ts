import type { Browser } from '@playwright/test';
import type { Round } from '../page/round.ts';

/** Opens `bench/page` as one variant, in a browser context of its own, and returns what runs a round of it. */
export async function openPage(
  browser: Browser,
  origin: string,
  parameters: Readonly<Record<string, string>>,
): Promise<(count: number) => Promise<Round>> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  await page.goto(`${origin}/?${new URLSearchParams(parameters)}`);
  await page.waitForFunction(() => window.runRound ?? window.failure);
  const failure = await page.evaluate(() => window.failure);
  if (failure) throw new Error(`${JSON.stringify(parameters)}: ${String(failure)}`);
  return async (count) => {
    const round = await page.evaluate((requests) => window.runRound!(requests), count);
    if (errors.length > 0) throw new Error(`${JSON.stringify(parameters)}: ${errors.join()}`);
    return round;
  };
}
