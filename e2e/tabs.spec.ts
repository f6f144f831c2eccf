import { ADA, signIn } from './accounts.ts';
import { leaveProtectedPage } from './leave-protected-page.ts';
import { PROTECTED_TEXT } from './protected-text.ts';
import { signOutInOneTab } from './sign-out-in-one-tab.ts';
import { expect, test } from './test.ts';

test('signing out in one of five tabs signs the others out at once', async ({ context, page }) => {
  const others = await Promise.all([1, 2, 3, 4].map(() => context.newPage()));
  await signOutInOneTab(page, others);
});

test('signing in in one tab signs the other in', async ({ context, page }) => {
  const other = await context.newPage();
  await other.goto('/');
  await expect(other.getByText('Nobody')).toBeVisible();
  await signIn(page, ADA);

  await expect(other.getByTestId('who')).toHaveText(ADA.email);
  await other.getByRole('navigation').getByRole('link', { name: 'Protected' }).click();
  await expect(other.getByText(PROTECTED_TEXT)).toBeVisible();
});

test('a page from the back-forward cache notices that the session is gone', async ({
  context,
  page,
}) => {
  await leaveProtectedPage(page);
  // Cleared without a word to other tabs, which would put the page out of the cache.
  const other = await context.newPage();
  await other.goto('/');
  await other.evaluate(() => localStorage.clear());
  await page.goBack({ waitUntil: 'commit' });

  await expect(page).toHaveURL('/login?returnUrl=%2Fprotected');
  await expect(page.getByText(PROTECTED_TEXT)).toHaveCount(0);
  // Otherwise it was loaded anew and has proven nothing.
  expect(await page.evaluate(() => 'kept' in window)).toBe(true);
});
