import type { Page } from '@playwright/test';
import { expect, test } from '../test.ts';

test('the theme is what the visitor chose, also after a reload', async ({ page }) => {
  await page.goto('/');
  const light = await background(page);
  await openSwitch(page);
  await page.getByRole('radio', { name: 'dark' }).check();
  await expect.poll(() => background(page)).not.toBe(light);

  await page.reload();
  expect(await background(page)).not.toBe(light);
  await openSwitch(page);
  await page.getByRole('radio', { name: 'auto' }).check();
  await expect.poll(() => background(page)).toBe(light);
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
});

test('the accent colours the forms of the library', async ({ page }) => {
  await page.goto('/login');
  const button = page.locator('auth-login button[type=submit]');
  const before = await button.evaluate((element) => getComputedStyle(element).backgroundColor);
  await openSwitch(page);
  await page.getByRole('radio', { name: 'port' }).check();

  await expect(button).not.toHaveCSS('background-color', before);
});

test('Arabic turns the page around, and fits a small screen', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 800 });
  await page.goto('/');
  await openSwitch(page);
  await page.getByLabel('Language of the forms').selectOption('ar');

  const root = page.locator('html');
  await expect(root).toHaveAttribute('lang', 'ar');
  await expect(root).toHaveAttribute('dir', 'rtl');
  const overflow = await root.evaluate((element) => element.scrollWidth - element.clientWidth);
  expect(overflow).toBe(0);
});

test('the switch closes by keyboard and gives the focus back', async ({ page }) => {
  await page.goto('/');
  await openSwitch(page);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('radio', { name: 'auto' })).toBeFocused();
  await page.keyboard.press('Escape');

  await expect(page.getByRole('radio', { name: 'auto' })).toBeHidden();
  await expect(page.getByRole('button', { name: 'Theme and language' })).toBeFocused();
});

test('the code beside a page is one file at a time and can be copied', async ({
  context,
  page,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/login');
  await page.getByRole('button', { name: 'app.routes.ts' }).click();
  await expect(page.locator('pre')).toContainText('canActivate: [loginRedirect]');
  await page.getByRole('button', { name: 'Copy' }).click();

  await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain('canActivate: [loginRedirect]');
});

function openSwitch(page: Page): Promise<void> {
  return page.getByRole('button', { name: 'Theme and language' }).click();
}

function background(page: Page): Promise<string> {
  return page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
}
