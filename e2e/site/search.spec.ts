import { fileUrl } from './site-pages.ts';
import { expect, test } from './test.ts';

test('the search finds a part of a guide and leads to it', async ({ page }) => {
  await page.goto(fileUrl('guides/roles.html'));
  await page.getByRole('searchbox', { name: 'Search the guides' }).fill('second factor');
  await page.keyboard.press('Enter');

  await expect(page.getByRole('status')).toContainText('for “second factor”');
  await page.getByRole('main').getByRole('link', { name: 'A second factor' }).first().click();
  await expect(page).toHaveURL(/guides\/accounts\.html#a-second-factor$/);
  await expect(
    page.getByRole('heading', { name: 'A second factor', exact: true }),
  ).toBeInViewport();
});

test('the search finds names of the API, and while one types', async ({ page }) => {
  await page.goto(fileUrl('search.html'));
  await expect(page.getByRole('status')).toContainText('Type what you look for');
  await page.getByRole('searchbox').fill('skipAuth');
  await page.getByRole('main').getByRole('link', { name: 'skipAuth' }).first().click();

  await expect(page.getByRole('heading', { level: 1 })).toContainText('skipAuth');
});

test('the search says if there is nothing, and shows what was typed as text', async ({ page }) => {
  const query = '<img src=x onerror=alert(1)>';
  await page.goto(`${fileUrl('search.html')}?q=${encodeURIComponent(query)}`);

  await expect(page.getByRole('status')).toHaveText(`Nothing found for “${query}”.`);
  await expect(page.getByRole('main').getByRole('listitem')).toHaveCount(0);
});
