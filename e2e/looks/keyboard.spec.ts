import type { Locator, Page } from '@playwright/test';
import { ADA, TOTP } from '../accounts.ts';
import { mailedCode } from '../outbox.ts';
import { expect, test } from '../test.ts';

test('the first tab stop skips to the content', async ({ page }) => {
  await page.goto('/register');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: 'Skip to the content' });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();

  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
  await expect(page).toHaveURL('/register');
});

test('a new page takes the focus and names the window', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('link', { name: 'Sign in and look around' }).click();

  await expect(page.getByRole('main')).toBeFocused();
  await expect(page).toHaveTitle('Sign in · ngx-auth-kit demo');
});

test('signing in works by keyboard alone', async ({ page }) => {
  await page.goto('/login');
  await page.getByLabel('E-mail', { exact: true }).focus();
  await page.keyboard.type(ADA.email);
  await page.keyboard.press('Tab');
  await page.keyboard.type(ADA.password);
  await page.keyboard.press('Enter');

  await expect(page).toHaveURL('/status');
});

test('signing in with a second factor works by keyboard alone', async ({ page }) => {
  await page.goto('/login');
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible();
  await tabTo(page, page.getByLabel('E-mail', { exact: true }));
  await page.keyboard.type(TOTP.email);
  await page.keyboard.press('Tab');
  await page.keyboard.type(TOTP.password);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Show password' })).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await expect(page.getByLabel('Keep me signed in')).toBeChecked();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');

  await expect(page.getByLabel('One-time code')).toBeFocused();
  await page.keyboard.type('wrong');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type(await mailedCode(page));
  await page.keyboard.press('Enter');

  await expect(page).toHaveURL('/status');
  await expect(page.getByRole('main')).toBeFocused();
});

/** Presses Tab until it is there; every stop on the way has a ring that can be seen. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let stop = 0; stop < 30; stop++) {
    await page.keyboard.press('Tab');
    const ring = await page.evaluate(() => {
      const focused = document.activeElement!;
      const ringed = [focused, focused.parentElement!].map((one) => getComputedStyle(one));
      return ringed.some(({ outlineStyle }) => outlineStyle !== 'none');
    });
    expect(ring).toBe(true);
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error('Tab does not lead there.');
}
