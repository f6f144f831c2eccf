import { test as base, expect } from '@playwright/test';
import type { Page } from '@playwright/test';

export { expect };

interface Fixtures {
  /** Fails the test on anything that the console or the page complains about. */
  readonly cleanConsole: void;
}

export const test = base.extend<Fixtures>({
  cleanConsole: [
    async ({ context }, use) => {
      const faults: string[] = [];
      context.on('console', (message) => {
        if (['error', 'warning'].includes(message.type())) faults.push(message.text());
      });
      context.on('weberror', (error) => faults.push(error.error().message));
      await use();
      expect(faults).toEqual([]);
    },
    { auto: true },
  ],
});

/** Fills and submits the form that is shown. */
export async function submit(page: Page, email: string, button: string, password: string) {
  await page.getByLabel('E-mail', { exact: true }).fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: button }).click();
}
