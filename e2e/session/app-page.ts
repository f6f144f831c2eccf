import { expect } from '@playwright/test';
import type { BrowserContext, Locator, Page } from '@playwright/test';

const APP = '/app/';

export async function press(tab: Page, button: 'Sign in' | 'Sign out'): Promise<void> {
  await tab.getByRole('button', { name: button }).click();
}

export function statusOf(tab: Page): Locator {
  return tab.getByTestId('status');
}

export async function expectStatus(
  status: 'authenticated' | 'anonymous',
  ...tabs: readonly Page[]
): Promise<void> {
  await Promise.all(tabs.map((tab) => expect(statusOf(tab)).toHaveText(status)));
}

/** Refreshes in all tabs at the same time. */
export async function refreshIn(...tabs: readonly Page[]): Promise<void> {
  const outcomes = tabs.map((tab) => tab.evaluate(() => window.testApp.refresh()));
  expect(await Promise.all(outcomes)).toEqual(tabs.map(() => 'ok'));
}

/** Begins to refresh, in a page that may be reloaded or signed out before the end. */
export function beginRefresh(tab: Page): Promise<void> {
  return tab.evaluate(() => void window.testApp.refresh());
}

/** Every tab asks the backend for something, and is taken for the user. */
export async function expectKnown(...tabs: readonly Page[]): Promise<void> {
  const outcomes = tabs.map((tab) => tab.evaluate(() => window.testApp.ask()));
  expect(await Promise.all(outcomes)).toEqual(tabs.map(() => 'ok'));
}

/** Opens the test app and signs in. */
export async function signInToApp(page: Page, url = APP): Promise<void> {
  await page.goto(url);
  await press(page, 'Sign in');
  await expectStatus('authenticated', page);
}

/** Opens more tabs, until there are so many. */
export async function openTabs(first: Page, count: number): Promise<Page[]> {
  const context = first.context();
  const others = Array.from({ length: count - 1 }, async () => {
    const tab = await context.newPage();
    await tab.goto(first.url());
    return tab;
  });
  const tabs = [first, ...(await Promise.all(others))];
  await expectStatus('authenticated', ...tabs);
  return tabs;
}

/** Settles when the next request to an endpoint is over, whatever came of it. */
export async function endOf(context: BrowserContext, path: string): Promise<void> {
  const isIt = (request: { url(): string }) => request.url().endsWith(path);
  await Promise.race([
    context.waitForEvent('requestfinished', isIt),
    context.waitForEvent('requestfailed', isIt),
  ]);
}
