import type { Page } from '@playwright/test';
import { ADA, submitLogin } from './accounts.ts';
import { COLOR_SCHEMES, open, PAGES } from './pages.ts';
import { expect, test } from './test.ts';
import { violations } from './violations.ts';

for (const entry of PAGES) {
  test(`axe finds nothing on ${entry.name}, by light or dark`, async ({ page }) => {
    await open(page, entry);

    await findsNothing(page);
  });
}

test('axe finds nothing in a form with errors, by light or dark', async ({ page }) => {
  await page.goto('/login');
  await submitLogin(page, { ...ADA, password: 'wrong' });
  await expect(page.getByRole('alert')).toBeFocused();
  await findsNothing(page);

  await submitLogin(page, { email: '', password: '' });
  await expect(page.getByText('Please enter your e-mail.')).toBeVisible();
  await findsNothing(page);
});

test('the first tab stop skips to the content', async ({ page }) => {
  await page.goto('/register');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: 'Skip to the content' });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();

  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
  await expect(page).toHaveURL('/register');
});

test('a new page takes the focus and names the window', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('link', { name: 'Sign in and look around' }).click();

  await expect(page.getByRole('main')).toBeFocused();
  await expect(page).toHaveTitle('Sign in · ngx-auth-kit demo');
});

test('signing in works by keyboard alone', async ({ page }) => {
  await page.goto('/login');
  await page.getByLabel('E-mail', { exact: true }).focus();
  await page.keyboard.type(ADA.email);
  await page.keyboard.press('Tab');
  await page.keyboard.type(ADA.password);
  await page.keyboard.press('Enter');

  await expect(page).toHaveURL('/status');
});

async function findsNothing(page: Page): Promise<void> {
  for (const colorScheme of COLOR_SCHEMES) {
    await page.emulateMedia({ colorScheme });
    expect.soft(await violations(page), colorScheme).toEqual([]);
  }
}
