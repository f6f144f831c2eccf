import type { Request } from '@playwright/test';
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
  for (const tab of tabs) {
    await tab.goto('/');
    await expect(tab.getByTestId('who')).toHaveText(ADA.email);
  }

  const asked: Request[] = [];
  context.on('request', (sent) => {
    if (sent.url().endsWith('/__mock/protected')) asked.push(sent);
  });
  // No tab is to hear of the first refusal before all have sent their requests.
  await backend.set({ latency: 2_000 });
  await backend.rotateKeys();
  await Promise.all(
    tabs.map((tab) => tab.getByRole('link', { name: 'Protected', exact: true }).click()),
  );
  await expect.poll(() => asked.length).toBe(tabs.length);
  await backend.set({ latency: 0 });
  const answers = await Promise.all(asked.map((sent) => sent.response()));
  expect(new Set(answers.map((answer) => answer?.status()))).toEqual(new Set([401]));
  for (const tab of tabs) await expect(tab.getByText(PROTECTED_TEXT)).toBeVisible();
  expect(await backend.calls('POST', '/auth/refresh')).toBe(1);

  // After a reuse the backend would know none of their tokens any more.
  for (const tab of tabs) {
    await tab.reload();
    await expect(tab.getByText(PROTECTED_TEXT)).toBeVisible();
  }
  expect(await backend.calls('POST', '/auth/refresh')).toBe(1);
});
