import type { Page, Route } from '@playwright/test';
import { ADA, signIn } from '../accounts.ts';
import { PROTECTED_TEXT } from '../protected-text.ts';
import { expect, test } from '../test.ts';

test.use({ dialect: 'refresh-token' });

test('ten tabs whose token is refused at once refresh it once', async ({
  context,
  page,
  backend,
}) => {
  // A refresh token that is used twice ends the session.
  await backend.set({ rotation: true });
  await signIn(page);
  const tabs = [page];
  while (tabs.length < 10) tabs.push(await context.newPage());
  await inAll(tabs, async (tab) => {
    await tab.goto('/');
    await expect(tab.getByTestId('who')).toHaveText(ADA.email);
  });

  // No tab is to hear of the first refusal before all have sent their requests.
  const asked: Route[] = [];
  const hold = (route: Route) => void asked.push(route);
  await context.route('**/__mock/protected', hold, { times: tabs.length });
  await backend.rotateKeys();
  await inAll(tabs, (tab) => tab.getByRole('link', { name: 'Protected', exact: true }).click());
  await expect.poll(() => asked.length).toBe(tabs.length);
  const refused = asked.map(async (route) => {
    const answer = context.waitForEvent('response', (sent) => sent.request() === route.request());
    await route.continue();
    return (await answer).status();
  });
  expect(new Set(await Promise.all(refused))).toEqual(new Set([401]));
  await inAll(tabs, (tab) => expect(tab.getByText(PROTECTED_TEXT)).toBeVisible());
  expect(await backend.calls('POST', '/auth/refresh')).toBe(1);

  // After a reuse the backend would know none of their tokens any more.
  await inAll(tabs, async (tab) => {
    await tab.reload();
    await expect(tab.getByText(PROTECTED_TEXT)).toBeVisible();
  });
  expect(await backend.calls('POST', '/auth/refresh')).toBe(1);
});

async function inAll(tabs: readonly Page[], act: (tab: Page) => Promise<void>): Promise<void> {
  await Promise.all(tabs.map(act));
}
