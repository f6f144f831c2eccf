import { ADA, BOB, fillForm, signIn, submitLogin } from './accounts.ts';
import { expect, test } from './test.ts';

test.describe('the login page', () => {
  test('signs in and shows who it is', async ({ page }) => {
    await signIn(page, ADA);

    await expect(page.getByTestId('who')).toHaveText(ADA.email);
    await expect(page.getByText('You are signed in.')).toBeVisible();
    await expect(page.getByRole('rowheader', { name: 'sub' })).toBeVisible();
  });

  for (const [who, account] of Object.entries({
    'a wrong password': { ...ADA, password: 'wrong' },
    'an unknown user': { email: 'nobody@example.com', password: 'wrong' },
  })) {
    test(`answers ${who} with the same neutral message and stores nothing`, async ({ page }) => {
      await page.goto('/login');
      await submitLogin(page, account);

      await expect(page.getByRole('alert')).toHaveText('The sign-in details are not correct.');
      await expect(page).toHaveURL('/login');
      expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
    });
  }

  test('says so when the backend is down, and works once it is back', async ({ page, backend }) => {
    await page.goto('/login');
    await backend.set({ outage: 'network' });
    await submitLogin(page, ADA);
    await expect(page.getByRole('alert')).toHaveText('The server cannot be reached.');

    await backend.set({ outage: false });
    await submitLogin(page, ADA);
    await expect(page).toHaveURL('/status');
  });

  test('says nothing of a server error but that there is one', async ({ page, backend }) => {
    await page.goto('/login');
    await backend.set({ outage: 'error', cors: 'any' });
    await submitLogin(page, ADA);

    await expect(page.getByRole('alert')).toHaveText(
      'The server has a problem. Please try again later.',
    );
  });

  test('sends one request however often the button is clicked', async ({ page, backend }) => {
    await backend.set({ latency: 500 });
    await page.goto('/login');
    await fillForm(page, ADA);
    await page.locator('auth-login button[type=submit]').dblclick();
    await page.getByLabel('Password', { exact: true }).press('Enter');
    await expect(page).toHaveURL('/status');

    expect(await backend.calls('POST', '/auth/login')).toBe(1);
  });

  test('sends nothing while a field is empty, and goes to it', async ({ page, backend }) => {
    await page.goto('/login');
    await page.getByLabel('E-mail', { exact: true }).fill(ADA.email);
    await page.getByRole('button', { name: 'Sign in' }).click();

    await expect(page.getByLabel('Password', { exact: true })).toBeFocused();
    await expect(page.getByText('Please enter your password.')).toBeVisible();
    expect(await backend.calls('POST', '/auth/login')).toBe(0);
  });

  test('is not for those who are signed in', async ({ page }) => {
    await signIn(page, BOB);
    for (const path of ['/login', '/register']) {
      await page.goto(path);
      await expect(page).toHaveURL('/status');
    }
  });
});
