import type { Page } from '@playwright/test';
import { ADA, signIn } from '../accounts.ts';
import { PROTECTED_TEXT } from '../protected-text.ts';
import { expect, test } from '../test.ts';

const HOUR = 3_600_000;

test('a page that wakes up after eight hours leads to login', async ({ page, backend }) => {
  await backend.set({ tokenLifetime: 3_600 });
  await page.clock.install();
  await signIn(page);
  await backend.revokeAllTokens();
  await sleep(page, 8 * HOUR);

  await expect(page).toHaveURL('/login?returnUrl=%2Fstatus');
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
});

test.describe('with refresh tokens', () => {
  test.use({ dialect: 'refresh-token' });

  test('a page that wakes up after eight hours refreshes once', async ({ page, backend }) => {
    await page.clock.install();
    await signIn(page);
    await sleep(page, 8 * HOUR);

    await expect.poll(() => backend.calls('POST', '/auth/refresh')).toBe(1);
    await page.getByRole('link', { name: 'Protected' }).click();
    await expect(page.getByText(PROTECTED_TEXT)).toBeVisible();
    await expect(page.getByTestId('who')).toHaveText(ADA.email);
    expect(await backend.calls('POST', '/auth/refresh')).toBe(1);
  });
});

/** Moves the wall clock without a timer firing, and then comes back as browsers do. */
async function sleep(page: Page, milliseconds: number): Promise<void> {
  await page.clock.setSystemTime(Date.now() + milliseconds);
  await page.evaluate(() => {
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
    dispatchEvent(new PageTransitionEvent('pageshow'));
  });
}
