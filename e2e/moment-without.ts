import type { Page } from '@playwright/test';

/** What the library promises for news from another tab, in milliseconds. */
export const SOON = 250;

/** When the element has gone, by the clock that the pages share. */
export function momentWithout(page: Page, selector: string): Promise<number> {
  return page.evaluate(
    (wanted) =>
      new Promise<number>((resolve) => {
        const observer = new MutationObserver(() => {
          if (document.querySelector(wanted)) return;
          observer.disconnect();
          resolve(Date.now());
        });
        observer.observe(document.body, { childList: true, subtree: true });
      }),
    selector,
  );
}
