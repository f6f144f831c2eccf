import type { Page } from '@playwright/test';
import { expect, test } from '../test.ts';
import {
  beginRefresh,
  endOf,
  expectKnown,
  expectStatus,
  openTabs,
  press,
  signInToApp,
} from './app-page.ts';

const LATE = 800;
const LOGIN = '/cookie/login';
const REFRESH = '/cookie/refresh';
const LOGOUT = '/cookie/logout';

test.use({ appOptions: { backend: 'cookies' } });

// The other tab hears of the sign-out before its `localStorage` has caught up, takes the session that
// still stands there for one written late, and removes the note that the backend is to be told.
test('a refresh that is answered while another tab signs out revives nothing', async ({
  context,
  page,
  backend,
}) => {
  await signInToApp(page);
  const [, other] = (await openTabs(page, 2)) as [Page, Page];
  await expectKnown(page, other);
  await backend.set({ lateAnswers: { refresh: LATE } });
  // A visitor's cookie might buy a session, so there was a call before the sign-in.
  const before = await backend.calls('POST', REFRESH);
  const refreshOver = endOf(context, REFRESH);
  await beginRefresh(other);
  await expect.poll(() => backend.calls('POST', REFRESH)).toBe(before + 1);
  await press(page, 'Sign out');

  await expectStatus('anonymous', page, other);
  await refreshOver;
  await backend.set({ lateAnswers: {} });
  await expectSignedOutForGood(page, other);
});

test('a sign-out reaches the backend, also if another tab hears of it first', async ({
  page,
  backend,
}) => {
  await signInToApp(page);
  const tabs = await openTabs(page, 3);
  const proof = await proofOf(page);
  await press(page, 'Sign out');

  await expectStatus('anonymous', ...tabs);
  await expectSignedOutForGood(...tabs);
  expect(await backend.accepts(proof)).toBe(false);
});

test('a sign-out during a refresh holds if the page is reloaded at once', async ({
  page,
  backend,
}) => {
  await signInToApp(page);
  const proof = await proofOf(page);
  expect(await backend.accepts(proof)).toBe(true);
  await backend.set({ lateAnswers: { refresh: LATE } });
  // A visitor's cookie might buy a session, so there was a call before the sign-in.
  const before = await backend.calls('POST', REFRESH);
  await beginRefresh(page);
  await expect.poll(() => backend.calls('POST', REFRESH)).toBe(before + 1);
  await press(page, 'Sign out');
  await page.reload();

  await expectStatus('anonymous', page);
  await backend.set({ lateAnswers: {} });
  await expectSignedOutForGood(page);
  expect(await backend.accepts(proof)).toBe(false);
});

test('a sign-out holds if the page is reloaded before the backend has answered it', async ({
  page,
  backend,
}) => {
  await signInToApp(page);
  const proof = await proofOf(page);
  await backend.set({ lateAnswers: { logout: LATE } });
  await press(page, 'Sign out');
  await expect.poll(() => backend.calls('DELETE', LOGOUT)).toBe(1);
  await backend.set({ lateAnswers: {} });
  await page.reload();

  await expectStatus('anonymous', page);
  await expectSignedOutForGood(page);
  expect(await backend.accepts(proof)).toBe(false);
});

for (const reloads of [false, true]) {
  const then = reloads ? ' and a reload' : '';
  test(`a sign-out${then} during a sign-in leaves nobody signed in`, async ({
    context,
    page,
    backend,
  }) => {
    await page.goto('/app/');
    await expectStatus('anonymous', page);
    await backend.set({ lateAnswers: { login: LATE } });
    const loginOver = endOf(context, LOGIN);
    await press(page, 'Sign in');
    await expect.poll(() => backend.calls('POST', LOGIN)).toBe(1);
    await press(page, 'Sign out');
    if (reloads) await page.reload();

    await loginOver;
    await expectSignedOutForGood(page);
  });
}

/** Nothing proves a session any more: not in a tab, not after a reload, not to the backend. */
async function expectSignedOutForGood(...tabs: readonly Page[]): Promise<void> {
  const [page] = tabs as [Page];
  await expect.poll(() => page.context().cookies()).toEqual([]);
  for (const tab of tabs) {
    await expectStatus('anonymous', tab);
    await tab.reload();
    await expectStatus('anonymous', tab);
  }
  await page.getByRole('link', { name: 'Private' }).click();
  await expect(page).toHaveURL(/\/app\/login\?/);
  expect(await page.context().cookies()).toEqual([]);
}

/** What the browser has to show for the session, as a thief would keep it. */
async function proofOf(page: Page): Promise<string> {
  const cookies = await page.context().cookies();
  return cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
}
