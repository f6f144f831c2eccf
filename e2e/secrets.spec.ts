import type { Request } from '@playwright/test';
import { ADA, fillForm, signIn } from './accounts.ts';
import { BACKEND, FOREIGN } from './origins.ts';
import { expect, test } from './test.ts';

for (const { path, button, account } of [
  {
    path: '/register',
    button: 'Create account',
    account: { email: 'grace@example.com', password: 'unique-Pa55word' },
  },
  { path: '/login', button: 'Sign in', account: ADA },
]) {
  test(`the password is nowhere after ${path}`, async ({ page }) => {
    const said: string[] = [];
    page.on('request', (request) => said.push(request.url()));
    page.on('framenavigated', (frame) => said.push(frame.url()));
    page.on('console', (message) => said.push(message.text()));

    await page.goto(path);
    await fillForm(page, account);
    await page.getByRole('button', { name: button }).click();
    await expect(page.getByTestId('who')).toHaveText(account.email);

    const kept = await page.evaluate(() =>
      JSON.stringify([
        { ...localStorage },
        { ...sessionStorage },
        history.state,
        document.cookie,
        document.documentElement.outerHTML,
        [...document.querySelectorAll('input')].map(({ value }) => value),
      ]),
    );
    const forms = [account.password, encodeURIComponent(account.password), btoa(account.password)];
    for (const form of forms) {
      expect([...said, kept].filter((text) => text.includes(form))).toEqual([]);
    }
  });
}

test('the token is in its storage key, and neither in the page nor in a URL', async ({ page }) => {
  const urls: string[] = [];
  page.on('request', (request) => urls.push(request.url()));
  await signIn(page, ADA);
  await expect(page.getByRole('rowheader', { name: 'sub' })).toBeVisible();

  const token = await page.evaluate(() => localStorage.getItem('token'));
  expect(token?.split('.')).toHaveLength(3);
  expect(await page.content()).not.toContain(token);
  expect(await page.evaluate(() => JSON.stringify(history.state))).not.toContain(token);
  expect(urls.filter((url) => url.includes(token!))).toEqual([]);
});

test('the token goes to the backend', async ({ page }) => {
  await signIn(page);
  const asked = page.waitForRequest(`${BACKEND}/__mock/protected`);
  await page.getByRole('button', { name: 'Send a request with the token' }).click();

  expect(await authorizationOf(await asked)).toMatch(/^Bearer \S+$/);
  await expect(page.getByTestId('trial-outcome')).toContainText('Only signed-in users see this.');
});

test('the token does not go to a foreign origin', async ({ page }) => {
  await signIn(page);
  const asked = page.waitForRequest((request) => request.url().startsWith(FOREIGN));
  await page.getByRole('button', { name: 'Send one to a foreign origin' }).click();

  expect(await authorizationOf(await asked)).toBeUndefined();
  // The server echoes what it received, so this is what went over the wire.
  await expect(page.getByTestId('trial-outcome')).toHaveText('127.0.0.1:5000 was sent no token.');
});

/** As sent by the network stack, not as the page asked for it. */
async function authorizationOf(request: Request): Promise<string | undefined> {
  return (await request.allHeaders())['authorization'];
}
