import type { Page } from '@playwright/test';
import { ADA } from '../accounts.ts';
import { fileUrl } from './site-pages.ts';
import { expect, test } from './test.ts';

test('the demo signs in, survives a reload and signs out, from a folder', async ({ page }) => {
  await page.goto(fileUrl('index.html'));
  await page.getByRole('link', { name: 'Try the demo' }).click();
  await visit(page);
});

test('the same from a server, where code is loaded when a page needs it', async ({
  hosted,
  page,
}) => {
  const scripts: string[] = [];
  page.on('request', (request) => scripts.push(new URL(request.url()).pathname));
  await page.goto(`${hosted}/index.html`);
  await page.getByRole('link', { name: 'Try the demo' }).click();
  await visit(page);
  expect(scripts.filter((path) => path.endsWith('/from-folder.js'))).toEqual([]);
});

test('the demo leads back to the guides', async ({ page }) => {
  await page.goto(fileUrl('demo/index.html'));
  await page
    .getByRole('navigation', { name: 'Site' })
    .getByRole('link', { name: 'Guides' })
    .click();

  await expect(page).toHaveURL(fileUrl('guides/index.html'));
});

async function visit(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Enter as Ada' }).click();
  await page.getByRole('link', { name: 'Look at your session' }).click();
  await expect(page).toHaveURL(/\/demo\/index\.html#\/status$/);
  await page.reload();
  await expect(page.getByTestId('who')).toHaveText(ADA.email);
  await page.getByRole('link', { name: 'Lab', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Request lab');
  await page.getByRole('banner').getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByTestId('who')).toHaveCount(0);
}
