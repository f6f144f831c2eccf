import { join } from 'node:path';
import { ADA, submitLogin } from './accounts.ts';
import { COLOR_SCHEMES, open, PAGES } from './pages.ts';
import { expect, test } from './test.ts';

const FOLDER = join(import.meta.dirname, 'artifacts/screenshots');

for (const width of [320, 1280]) {
  for (const colorScheme of COLOR_SCHEMES) {
    test.describe(`at ${width} px, ${colorScheme}`, () => {
      test.use({ colorScheme, viewport: { width, height: 800 } });

      for (const entry of PAGES) {
        test(`${entry.name} fits`, async ({ page }) => {
          await open(page, entry);

          const overflow = await page.evaluate(
            () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
          );
          expect(overflow).toBe(0);
          await page.screenshot({
            path: join(FOLDER, `${entry.name}-${width}-${colorScheme}.png`),
            fullPage: true,
          });
        });
      }

      test('a form with errors fits', async ({ page }) => {
        await page.goto('/login');
        await submitLogin(page, { ...ADA, password: 'wrong' });
        await expect(page.getByRole('alert')).toBeVisible();
        await page.screenshot({
          path: join(FOLDER, `login-refused-${width}-${colorScheme}.png`),
          fullPage: true,
        });
      });
    });
  }
}
