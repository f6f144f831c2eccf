import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import { signIn } from './accounts.ts';
import { PROTECTED_TEXT } from './protected-text.ts';

/** What the library promises for news from another tab, in milliseconds. */
const SOON = 250;
const SLICE = 10;

/**
 * Signs out in `page`, and sees the other tabs leave the protected page at once: by the clock of
 * the pages, which stands still while the browser takes its time on a busy machine.
 */
export async function signOutInOneTab(page: Page, others: readonly Page[]): Promise<void> {
  await page.clock.install();
  await signIn(page);
  for (const other of others) {
    await other.goto('/protected');
    await expect(other.getByText(PROTECTED_TEXT)).toBeVisible();
  }

  await page.clock.pauseAt(Date.now() + 1_000);
  const button = page.getByRole('banner').getByRole('button', { name: 'Sign out' });
  await button.evaluate((element: HTMLElement) => element.click());
  let passed = 0;
  while (passed < SOON && !(await haveLeft(others))) {
    await page.clock.runFor(SLICE);
    passed += SLICE;
  }
  expect(passed).toBeLessThan(SOON);

  await page.clock.resume();
  for (const other of others) {
    await expect(other).toHaveURL('/login?returnUrl=%2Fprotected');
    await expect(other.getByTestId('who')).toHaveCount(0);
  }
}

/** Waits a while for those who need no more time by their clock. */
async function haveLeft(others: readonly Page[]): Promise<boolean> {
  const gone = { state: 'detached', timeout: 500 } as const;
  const waits = others.map((other) => other.locator('demo-protected-page').waitFor(gone));
  const outcomes = await Promise.allSettled(waits);
  return outcomes.every(({ status }) => status === 'fulfilled');
}
