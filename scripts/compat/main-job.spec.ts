import { ADA } from '../../e2e/accounts.ts';
import { fromEnvironment } from './app-under-test.ts';
import { expect, submit, test } from './test.ts';

const { angular, zones } = fromEnvironment();

test('a visitor is led to login and back, stays signed in after a reload, and signs out', async ({
  page,
}) => {
  await page.goto('/status');
  await expect(page).toHaveURL('/login?returnUrl=%2Fstatus');
  await expect(page.locator('app-root')).toHaveAttribute('ng-version', angular);
  expect(await page.evaluate(() => 'Zone' in window)).toBe(zones);

  await submit(page, ADA.email, 'Sign in', ADA.password);
  await expect(page).toHaveURL('/status');
  await expect(page.getByText('You are signed in.')).toBeVisible();
  await expect(page.getByText(ADA.email)).toBeVisible();

  await page.reload();
  await expect(page.getByText(ADA.email)).toBeVisible();
  await page.goto('/login');
  await expect(page).toHaveURL('/status');

  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page).toHaveURL('/login?returnUrl=%2Fstatus');
  await page.goto('/status');
  await expect(page).toHaveURL('/login?returnUrl=%2Fstatus');
});

test('a new user registers and is signed in', async ({ page }) => {
  await page.goto('/register');
  await submit(page, 'grace@example.com', 'Create account', 'a compiler of her own');
  await expect(page).toHaveURL('/status');
  await expect(page.getByText('grace@example.com')).toBeVisible();
});
