import type { Page } from '@playwright/test';
import { BACKEND } from './origins.ts';

/** Holds the next answer of an endpoint back until the function that it returns is called. */
export async function holdAnswer(page: Page, path: string): Promise<() => void> {
  let release = () => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route(
    `${BACKEND}/auth/${path}`,
    async (route) => {
      await released;
      await route.continue();
    },
    { times: 1 },
  );
  return release;
}
