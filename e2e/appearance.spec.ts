import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { ADA, submitLogin } from './accounts.ts';
import { COLOR_SCHEMES, open, PAGES } from './pages.ts';
import { expect, test } from './test.ts';

const FOLDER = join(import.meta.dirname, 'artifacts/screenshots');
const WIDTHS = [320, 1280];

for (const entry of PAGES) {
  test(`${entry.name} fits, narrow and wide, by light and dark`, async ({ page }) => {
    await open(page, entry);
    await fitsEverywhere(page, entry.name);
  });
}

test('a form with errors fits, narrow and wide, by light and dark', async ({ page }) => {
  await page.goto('/login');
  await submitLogin(page, { ...ADA, password: 'wrong' });
  await expect(page.getByRole('alert')).toBeVisible();
  await fitsEverywhere(page, 'login-refused');
});

/** Keeps a picture of each, too. */
async function fitsEverywhere(page: Page, name: string): Promise<void> {
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 });
    for (const colorScheme of COLOR_SCHEMES) {
      await page.emulateMedia({ colorScheme });
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect.soft(overflow, `${width} px, ${colorScheme}`).toBe(0);
      await page.screenshot({
        path: join(FOLDER, `${name}-${width}-${colorScheme}.png`),
        fullPage: true,
      });
    }
  }
}
