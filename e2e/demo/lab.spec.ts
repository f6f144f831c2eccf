import { ADA, signIn } from '../accounts.ts';
import { expect, test } from '../test.ts';

test.describe('the request lab', () => {
  test('says that an expired token ends a session without refresh tokens', async ({ page }) => {
    await signIn(page);
    await page.goto('/lab');
    await page.getByRole('button', { name: 'Expire the token' }).click();
    await expect(page.getByTestId('server-said')).toContainText('past its time');
    await page.getByRole('button', { name: 'Call the API 10 times at once' }).click();

    await expect(page.getByTestId('burst-outcome')).toContainText('10 refused.');
    await expect(page.getByText('Nobody', { exact: true })).toBeVisible();
    await expect(page).toHaveURL('/lab');
  });

  test('keeps the session while the server is gone', async ({ page }) => {
    await signIn(page);
    await page.goto('/lab');
    await page.getByRole('radio', { name: 'gone' }).check();
    const call = page.getByRole('button', { name: 'Call the API 10 times at once' });
    await call.click();
    await expect(page.getByTestId('burst-outcome')).toContainText('10 unreachable.');
    await expect(page.getByTestId('who')).toHaveText(ADA.email);

    await page.getByRole('button', { name: 'Put it all back' }).click();
    await expect(page.getByTestId('server-said')).toHaveText('The server is as it was.');
    await call.click();
    await expect(page.getByTestId('burst-outcome')).toContainText('10 answered.');
  });

  test('shows which headers arrive where, and no token', async ({ page }) => {
    await signIn(page);
    await page.goto('/lab');
    await page.getByRole('button', { name: 'Ask the backend' }).click();
    await expect(page.getByTestId('verdict')).toHaveText('The token went along.');
    await page.getByRole('button', { name: 'Ask the stranger' }).click();

    await expect(page.getByTestId('verdict').last()).toHaveText('The token stayed home.');
    await expect(page.getByRole('row', { name: 'authorization Bearer' })).toHaveCount(1);
    const token = await page.evaluate(() => localStorage.getItem('token'));
    expect(await page.content()).not.toContain(token);
  });

  test('renews an expired token once for a hundred calls', async ({ page }) => {
    let refreshes = 0;
    page.on(
      'request',
      (request) =>
        (refreshes +=
          request.method() === 'POST' && request.url().endsWith('/auth/refresh') ? 1 : 0),
    );
    await page.goto('/');
    await page.getByLabel('Backend').selectOption('refresh-token');
    await page.getByRole('link', { name: 'Lab', exact: true }).click();
    await page.getByRole('button', { name: 'Put it all back' }).click();
    await expect(page.getByTestId('server-said')).toHaveText('The server is as it was.');
    await page.getByRole('button', { name: 'Enter as Ada' }).click();
    await expect(page.getByTestId('who')).toHaveText(ADA.email);
    await page.getByRole('button', { name: 'Expire the token' }).click();
    await expect(page.getByTestId('server-said')).toContainText('past its time');
    await page.getByRole('radio', { name: '100', exact: true }).check();
    await page.getByRole('button', { name: 'Call the API 100 times at once' }).click();

    await expect(page.getByTestId('burst-outcome')).toContainText('100 answered.');
    await expect(page.getByTestId('burst-outcome')).toContainText('renew the token once');
    expect(refreshes).toBe(1);
    // By the server's clock, which is ahead: not twice the lifetime.
    await expect(page.getByTestId('seconds-left')).toHaveText(/^(900|8\d\d)$/);
    await page.getByRole('button', { name: 'Put it all back' }).click();
    await expect(page.getByTestId('server-said')).toHaveText('The server is as it was.');
  });
});
