import { leaveProtectedPage } from '../leave-protected-page.ts';
import { PROTECTED_TEXT } from '../protected-text.ts';
import { expect, test } from '../test.ts';

test.use({ dialect: 'flask-session' });

test('a page from the back-forward cache asks whether its cookie is still good', async ({
  page,
  backend,
}) => {
  await leaveProtectedPage(page);
  // Without a word to the page, which would put it out of the cache.
  await backend.rotateKeys();
  await page.goBack({ waitUntil: 'commit' });

  await expect(page).toHaveURL('/login?returnUrl=%2Fprotected');
  await expect(page.getByText(PROTECTED_TEXT)).toHaveCount(0);
  expect(await page.evaluate(() => 'kept' in window)).toBe(true);
});

test('a page from the back-forward cache is still there if its cookie is good', async ({
  page,
}) => {
  await leaveProtectedPage(page);
  const asked = page.waitForResponse('**/api/status');
  await page.goBack({ waitUntil: 'commit' });

  expect((await asked).status()).toBe(200);
  await expect(page).toHaveURL('/protected');
  await expect(page.getByText(PROTECTED_TEXT)).toBeVisible();
  expect(await page.evaluate(() => 'kept' in window)).toBe(true);
});

for (const dialect of ['flask-jwt-auth', 'flask-session', 'refresh-token'] as const) {
  test.describe(dialect, () => {
    test.use({ dialect });

    test('going back after a sign-out in another tab shows nothing protected', async ({
      context,
      page,
    }) => {
      await leaveProtectedPage(page);
      const other = await context.newPage();
      await other.goto('/');
      await other.getByRole('banner').getByRole('button', { name: 'Sign out' }).click();
      await expect(other.getByText('Nobody')).toBeVisible();
      await page.goBack({ waitUntil: 'commit' });

      await expect(page).toHaveURL('/login?returnUrl=%2Fprotected');
      await expect(page.getByText(PROTECTED_TEXT)).toHaveCount(0);
    });
  });
}
