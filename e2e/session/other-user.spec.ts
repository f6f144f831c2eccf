import type { Page, Route } from '@playwright/test';
import { ADA, BOB, signIn, submitLogin } from '../accounts.ts';
import { BACKEND } from '../origins.ts';
import { expect, test } from '../test.ts';

test('another user in another tab replaces the first one', async ({ context, page }) => {
  await signIn(page, ADA);
  await expect(page.getByTestId('who')).toHaveText(ADA.email);
  const other = await context.newPage();
  await other.goto('/');
  await other.getByRole('banner').getByRole('button', { name: 'Sign out' }).click();
  await expect(page).toHaveURL('/login?returnUrl=%2Fstatus');
  await other.goto('/login');
  await submitLogin(other, BOB);

  await expect(page.getByTestId('who')).toHaveText(BOB.email);
  await page.getByRole('link', { name: 'Status' }).click();
  await expect(page.locator('auth-status')).toContainText(BOB.email);
  await expect(page.getByText(ADA.email)).toHaveCount(0);
});

test('a late answer about the first user is not shown to the second', async ({
  context,
  page,
  mock,
}) => {
  await signIn(page, ADA);
  await expect(page.getByTestId('who')).toHaveText(ADA.email);
  let hold: (route: Route) => void = () => undefined;
  const asked = new Promise<Route>((resolve) => (hold = resolve));
  // The answer about the first user is held back until the second is signed in.
  await page.route(`${BACKEND}/auth/status`, hold, { times: 1 });
  await page.getByRole('link', { name: 'ngx-auth-kit' }).click();
  await page.getByRole('link', { name: 'Status', exact: true }).click();
  const held = await asked;
  const answer = await held.fetch({ url: `${mock.url}/auth/status` });
  expect(await answer.text()).toContain(ADA.email);

  const other = await context.newPage();
  await other.goto('/nowhere');
  await storeTokenOf(other, BOB);
  await expect(page.getByTestId('who')).toHaveText(BOB.email);
  await watchFor(page, ADA.email);
  // The app may have dropped the request, which is as good.
  await held.fulfill({ response: answer }).catch(() => undefined);
  await page.getByRole('button', { name: 'Send a request with the token' }).click();
  await expect(page.getByTestId('trial-outcome')).toContainText('The backend knows you');

  await expect(page.locator('auth-status')).toContainText(BOB.email);
  expect(await timesSeen(page)).toBe(0);
});

/** Signs in behind the app's back, so that no sign-out comes before it. */
async function storeTokenOf(page: Page, account: typeof ADA): Promise<void> {
  await page.evaluate(
    async ([url, body]) => {
      const headers = { 'content-type': 'application/json' };
      const answer = await fetch(url, { method: 'POST', headers, body });
      const { auth_token } = (await answer.json()) as { auth_token: string };
      localStorage.setItem('token', auth_token);
    },
    [`${BACKEND}/auth/login`, JSON.stringify(account)] as const,
  );
}

/** Starts to count how often the text is seen in the page. */
async function watchFor(page: Page, text: string): Promise<void> {
  await page.evaluate((wanted) => {
    const state = Object.assign(window, { seen: 0 });
    const look = () => (state.seen += document.body.innerText.includes(wanted) ? 1 : 0);
    const everything = { childList: true, subtree: true, characterData: true };
    new MutationObserver(look).observe(document.body, everything);
    look();
  }, text);
}

function timesSeen(page: Page): Promise<number> {
  return page.evaluate(() => (window as unknown as { seen: number }).seen);
}
