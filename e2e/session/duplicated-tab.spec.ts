import type { BrowserContext, Page, Route } from '@playwright/test';
import { expect, test } from '../test.ts';
import { expectKnown, expectStatus, press, refreshIn, signInToApp } from './app-page.ts';

const REFRESH = '/auth/refresh';

test.use({ appOptions: { backend: 'tokens', storage: 'session' } });

test('a tab and its copy use each refresh token once, and sign out together', async ({
  page,
  backend,
}) => {
  await signInToApp(page);
  const copy = await duplicate(page);
  await expectStatus('authenticated', copy);
  expect(await storedToken(copy)).toBe(await storedToken(page));

  await refreshIn(page, copy);
  expect(await backend.calls('POST', REFRESH)).toBe(1);
  await expectKnown(page, copy);
  for (const [index, tab] of [copy, page].entries()) {
    await refreshIn(tab);
    expect(await backend.calls('POST', REFRESH)).toBe(2 + index);
    await expectKnown(page, copy);
  }
  await page.reload();
  await copy.reload();
  await expectKnown(page, copy);

  await press(page, 'Sign out');
  await expectStatus('anonymous', page, copy);
  await copy.reload();
  await expectStatus('anonymous', copy);
});

test('a tab that is copied during its refresh shares the outcome with the copy', async ({
  context,
  page,
  backend,
}) => {
  await signInToApp(page);
  const asked = await holdAll(context, `**${REFRESH}`);
  const first = refreshIn(page);
  await expect.poll(() => asked.length).toBe(1);
  const copy = await duplicate(page);
  await expectStatus('authenticated', copy);
  const second = refreshIn(copy);
  await asked[0]!.continue();

  await Promise.all([first, second]);
  await expectKnown(page, copy);
  expect(await backend.calls('POST', REFRESH)).toBe(1);
});

test('a copy that starts with a refresh token of the past gets the one of today', async ({
  context,
  page,
  backend,
}) => {
  await signInToApp(page);
  const scripts = await holdAll(context, '**/main.js');
  const before = await storedToken(page);
  const copy = await duplicate(page);
  await expect.poll(() => scripts.length).toBe(1);
  expect(await storedToken(copy)).toBe(before);
  await refreshIn(page);
  await scripts[0]!.continue();
  await expectStatus('authenticated', copy);
  const now = await storedToken(page);
  await expect.poll(() => storedToken(copy)).toBe(now);

  await expectKnown(page, copy);
  expect(await backend.calls('POST', REFRESH)).toBe(1);
});

test('a copy that starts after the sign-out of the original is signed out', async ({
  context,
  page,
}) => {
  await signInToApp(page);
  const scripts = await holdAll(context, '**/main.js');
  const copy = await duplicate(page);
  await expect.poll(() => scripts.length).toBe(1);
  await storedToken(copy);
  await press(page, 'Sign out');
  await expectStatus('anonymous', page);
  await scripts[0]!.continue();
  await expectStatus('anonymous', copy);
});

/** As browsers do it, together with the `sessionStorage`. */
async function duplicate(page: Page): Promise<Page> {
  const opening = page.waitForEvent('popup');
  await page.evaluate(() => void window.open(location.href));
  return opening;
}

async function storedToken(page: Page): Promise<string> {
  const token = await page.evaluate(() => sessionStorage.getItem('token'));
  expect(token).toMatch(/^\S+\.\S+\.\S+$/);
  return token!;
}

/** Holds back what is asked for, until the test lets it go. */
async function holdAll(context: BrowserContext, url: string): Promise<readonly Route[]> {
  const asked: Route[] = [];
  await context.route(url, (route) => void asked.push(route));
  return asked;
}
