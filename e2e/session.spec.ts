import { ADA, signIn } from './accounts.ts';
import { PROTECTED_TEXT } from './protected-text.ts';
import { expect, test } from './test.ts';

test.describe('the session', () => {
  test('survives a reload', async ({ page }) => {
    await signIn(page);
    await page.reload();

    await expect(page).toHaveURL('/status');
    await expect(page.getByTestId('who')).toHaveText(ADA.email);
    await expect(page.getByText('restored')).toBeVisible();
  });

  test('runs down in seconds and leads to login when it is over', async ({ page, backend }) => {
    await backend.set({ tokenLifetime: 60 });
    await page.clock.install();
    await signIn(page);
    const left = page.getByTestId('seconds-left');
    await expect(left).toHaveText(/^(60|5\d)$/);
    await page.clock.fastForward(30_000);
    await expect(left).toHaveText(/^(30|2\d)$/);
    // The page's clock runs ahead of the backend's, and the backend has the last word.
    await backend.revokeAllTokens();
    await page.clock.fastForward(30_000);

    await page.waitForURL('/login?returnUrl=%2Fstatus');
    await expect(page.getByTestId('who')).toHaveCount(0);
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
  });

  for (const isOver of [true, false]) {
    test(`${isOver ? 'is over' : 'goes on'} for a page whose clock says that the token has expired, if the backend ${isOver ? 'says so' : 'accepts it'}`, async ({
      page,
      backend,
    }) => {
      await backend.set({ tokenLifetime: 30 });
      await signIn(page);
      await page.goto('about:blank');
      if (isOver) await backend.revokeAllTokens();
      await page.clock.setFixedTime(Date.now() + 60_000);
      await page.goto('/protected');

      await expect(page).toHaveURL(isOver ? '/login?returnUrl=%2Fprotected' : '/protected');
    });
  }

  test('ends when the backend no longer accepts it', async ({ page, backend }) => {
    await signIn(page);
    await backend.revokeAllTokens();
    await page.getByRole('link', { name: 'Protected' }).click();

    await expect(page).toHaveURL('/login?returnUrl=%2Fprotected');
  });

  test('outlives a backend that is out of reach', async ({ page, backend }) => {
    await signIn(page);
    await backend.set({ outage: 'network' });
    await page.getByRole('link', { name: 'Protected' }).click();
    await expect(page.getByText('The backend cannot be reached.')).toBeVisible();

    await backend.set({ outage: false });
    await page.getByRole('button', { name: 'Ask again' }).click();
    await expect(page.getByText(PROTECTED_TEXT)).toBeVisible();
  });
});

test.describe('signing out', () => {
  test('leaves a protected page for login', async ({ page, backend }) => {
    await signIn(page);
    await page.getByRole('link', { name: 'Protected' }).click();
    await page.getByRole('banner').getByRole('button', { name: 'Sign out' }).click();

    await expect(page).toHaveURL('/login?returnUrl=%2Fprotected');
    await expect.poll(() => backend.calls('POST', '/auth/logout')).toBe(1);
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
  });

  test('stays on a page that is for everybody', async ({ page }) => {
    await signIn(page);
    await page.getByRole('link', { name: 'ngx-auth-kit' }).click();
    await page.getByRole('banner').getByRole('button', { name: 'Sign out' }).click();

    await expect(page.getByRole('banner').getByRole('link', { name: 'Sign in' })).toBeVisible();
    await expect(page).toHaveURL('/');
  });

  test('works from the status component', async ({ page }) => {
    await signIn(page);
    await page.locator('auth-status').getByRole('button', { name: 'Sign out' }).click();

    await expect(page).toHaveURL('/login?returnUrl=%2Fstatus');
  });

  test('ends the session here also when the backend is down', async ({ page, backend }) => {
    await signIn(page);
    await backend.set({ outage: 'network' });
    await page.getByRole('banner').getByRole('button', { name: 'Sign out' }).click();

    await expect(page).toHaveURL('/login?returnUrl=%2Fstatus');
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
  });

  test('leaves nothing protected behind the back button', async ({ page }) => {
    await signIn(page);
    await page.getByRole('link', { name: 'Protected' }).click();
    await expect(page.getByText(PROTECTED_TEXT)).toBeVisible();
    await page.getByRole('banner').getByRole('button', { name: 'Sign out' }).click();
    await expect(page).toHaveURL('/login?returnUrl=%2Fprotected');

    // The protected page asks the backend as soon as it is created.
    let created = false;
    page.on('request', (request) => (created ||= request.url().endsWith('/__mock/protected')));
    await page.goBack();
    await expect(page).toHaveURL(/^[^?]+\/login\?returnUrl=/);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sign in');
    await expect(page.getByText(PROTECTED_TEXT)).toHaveCount(0);
    expect(created).toBe(false);
  });
});
