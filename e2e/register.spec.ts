import { ADA, fillForm, GRACE } from './accounts.ts';
import { expect, test } from './test.ts';

test.describe('the register page', () => {
  test('creates the account and lands on status', async ({ page }) => {
    await page.goto('/register');
    await fillForm(page, GRACE);
    await page.getByRole('button', { name: 'Create account' }).click();

    await expect(page).toHaveURL('/status');
    await expect(page.getByTestId('who')).toHaveText(GRACE.email);
  });

  test('says that an address is taken, and does not sign in', async ({ page }) => {
    await page.goto('/register');
    await fillForm(page, { ...GRACE, email: ADA.email });
    await page.getByRole('button', { name: 'Create account' }).click();

    await expect(page.getByRole('alert')).toHaveText('User already exists. Please Log in.');
    await expect(page).toHaveURL('/register');
    await expect(page.getByTestId('who')).toHaveCount(0);
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
  });

  test('keeps the wanted page on the way from the login page', async ({ page }) => {
    await page.goto('/vault?box=7');
    await page.getByRole('link', { name: 'Register one' }).click();
    await fillForm(page, GRACE);
    await page.getByRole('button', { name: 'Create account' }).click();

    await expect(page).toHaveURL('/vault?box=7');
  });
});
