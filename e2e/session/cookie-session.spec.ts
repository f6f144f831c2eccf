import { signIn } from '../accounts.ts';
import { momentWithout, SOON } from '../moment-without.ts';
import { PROTECTED_TEXT } from '../protected-text.ts';
import { expect, test } from '../test.ts';

test.use({ dialect: 'flask-session' });

test.describe('a session in a cookie', () => {
  test('ends in every tab at once', async ({ context, page }) => {
    await signIn(page);
    const other = await context.newPage();
    await other.goto('/protected');
    await expect(other.getByText(PROTECTED_TEXT)).toBeVisible();

    const left = momentWithout(other, 'demo-protected-page');
    const button = page.getByRole('banner').getByRole('button', { name: 'Sign out' });
    const clicked = await button.evaluate((element: HTMLElement) => {
      element.click();
      return Date.now();
    });
    expect((await left) - clicked).toBeLessThan(SOON);
    await expect(other).toHaveURL('/login?returnUrl=%2Fprotected');
  });

  test('ends when the backend no longer accepts the cookie', async ({ page, backend }) => {
    await signIn(page);
    await backend.rotateKeys();
    await page.getByRole('link', { name: 'Protected' }).click();

    await expect(page).toHaveURL('/login?returnUrl=%2Fprotected');
  });

  test('sends no header and leaves nothing in the storage', async ({ page }) => {
    await signIn(page);
    const asked = page.waitForRequest('**/__mock/protected');
    await page.getByRole('link', { name: 'Protected' }).click();
    expect(await (await asked).headerValue('authorization')).toBeNull();
    expect(await (await asked).headerValue('cookie')).toContain('session=');

    expect(await page.evaluate(() => Object.keys(localStorage))).toEqual(['demo.backend']);
  });
});
