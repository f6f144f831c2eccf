import { ADA, BOB } from '../accounts.ts';
import { expect, test } from '../test.ts';

test.describe('the login page', () => {
  test('signs in with a prepared account by one click', async ({ page }) => {
    await page.goto('/login');
    await page.getByRole('button', { name: 'Enter as Ada' }).click();

    await expect(page).toHaveURL('/status');
    await expect(page.getByTestId('who')).toHaveText(ADA.email);
  });

  test('goes on to the page that was asked for, and back past the form', async ({ page }) => {
    await page.goto('/');
    await page.getByRole('link', { name: 'For members' }).click();
    await expect(page).toHaveURL('/login?returnUrl=%2Fprotected');
    await page.getByRole('button', { name: 'Enter as Bob' }).click();

    await expect(page).toHaveURL('/protected');
    await expect(page.getByTestId('who')).toHaveText(BOB.email);
    await page.goBack();
    await expect(page).toHaveURL('/');
  });

  test('does not go on to a foreign page', async ({ page }) => {
    await page.goto('/login?returnUrl=https:%2F%2Fevil.example');
    await page.getByRole('button', { name: 'Enter as Ada' }).click();

    await expect(page).toHaveURL('/status');
  });

  test('says what is wrong if the server refuses', async ({ page, backend }) => {
    await backend.answerNext('login', { status: 500, body: {} });
    await page.goto('/login');
    await page.getByRole('button', { name: 'Enter as Ada' }).click();

    await expect(page.getByRole('alert')).toHaveText('That did not work (server_error).');
    await expect(page).toHaveURL('/login');
  });
});
