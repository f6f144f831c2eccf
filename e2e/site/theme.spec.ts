import type { Page } from '@playwright/test';
import { fileUrl } from './site-pages.ts';
import { expect, test } from './test.ts';

const PAGES = ['guides/index.html', 'api/index.html', 'demo/index.html'];

test('a theme is that of the device until one is chosen, which then holds everywhere', async ({
  page,
}) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto(fileUrl('index.html'));
  const dark = await textColor(page);
  await page.emulateMedia({ colorScheme: 'light' });
  await expect.poll(() => textColor(page)).not.toBe(dark);
  await page.getByRole('combobox', { name: 'Theme' }).selectOption('Dark');
  await expect.poll(() => textColor(page)).toBe(dark);

  for (const path of PAGES) {
    await page.goto(fileUrl(path));
    await expect.poll(() => textColor(page), path).toBe(dark);
  }
});

function textColor(page: Page): Promise<string> {
  return page.evaluate(() => getComputedStyle(document.body).color);
}
