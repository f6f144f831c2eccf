import { ADA, submitLogin } from './accounts.ts';
import { expect, test } from './test.ts';

test('without "Keep me signed in" the session is this tab\'s', async ({ context, page }) => {
  await page.goto('/login');
  await page.getByLabel('E-mail', { exact: true }).fill(ADA.email);
  await page.getByLabel('Password', { exact: true }).fill(ADA.password);
  await expect(page.getByLabel('Keep me signed in')).not.toBeChecked();
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page).toHaveURL('/status');
  expect(await page.evaluate(() => localStorage.length)).toBe(0);

  await page.reload();
  await expect(page.getByTestId('who')).toHaveText(ADA.email);
  const other = await context.newPage();
  await other.goto('/protected');
  await expect(other).toHaveURL('/login?returnUrl=%2Fprotected');
  // Finding nobody there has ended nothing here.
  await page.getByRole('link', { name: 'Protected' }).click();
  await expect(page.getByTestId('who')).toHaveText(ADA.email);
});

test("with it the session is every tab's, and lasts until the browser is back", async ({
  browser,
  context,
  page,
  baseURL,
}) => {
  await page.goto('/login');
  await submitLogin(page, ADA);
  await expect(page).toHaveURL('/status');
  expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
  const other = await context.newPage();
  await other.goto('/protected');
  await expect(other.getByTestId('who')).toHaveText(ADA.email);

  // What a browser keeps when it is closed.
  const kept = await context.storageState();
  const later = await browser.newContext({ baseURL, storageState: kept });
  const reopened = await later.newPage();
  await reopened.goto('/protected');
  await expect(reopened.getByTestId('who')).toHaveText(ADA.email);
  await later.close();
});
