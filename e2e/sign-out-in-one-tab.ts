import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import { PROTECTED_TEXT } from './protected-text.ts';

/** What the library promises for news from another tab, in milliseconds. */
const SOON = 250;

/** Signs out in `page`, and sees the other tabs leave the protected page at once. */
export async function signOutInOneTab(page: Page, others: readonly Page[]): Promise<void> {
  for (const other of others) {
    await other.goto('/protected');
    await expect(other.getByText(PROTECTED_TEXT)).toBeVisible();
  }

  const watches = await Promise.all(others.map(watchForLeaving));
  const button = page.getByRole('banner').getByRole('button', { name: 'Sign out' });
  const clicked = await button.evaluate((element: HTMLElement) => {
    element.click();
    return Date.now();
  });
  for (const momentOfLeaving of watches) {
    expect((await momentOfLeaving()) - clicked).toBeLessThan(SOON);
  }
  for (const other of others) {
    await expect(other).toHaveURL('/login?returnUrl=%2Fprotected');
    await expect(other.getByTestId('who')).toHaveCount(0);
  }
}

/** Resolves once it watches, to what tells when the page has gone, by the clock that tabs share. */
async function watchForLeaving(page: Page): Promise<() => Promise<number>> {
  const watch = await page.evaluateHandle(() => {
    const moment = new Promise<number>((resolve) => {
      const observer = new MutationObserver(() => {
        if (document.querySelector('demo-protected-page')) return;
        observer.disconnect();
        resolve(Date.now());
      });
      observer.observe(document.body, { childList: true, subtree: true });
    });
    return { moment };
  });
  return () => watch.evaluate(({ moment }) => moment);
}
