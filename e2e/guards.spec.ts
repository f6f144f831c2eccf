import { ADA, BOB, signIn, submitLogin } from './accounts.ts';
import { PROTECTED_TEXT } from './protected-text.ts';
import { expect, test } from './test.ts';

const GUARDED_LINKS = [
  '/status',
  '/protected',
  '/vault',
  '/admin',
  '/protected?tab=2&q=a%20b#details',
  '/vault?box=7#latch',
];

test.describe('a protected page', () => {
  test('shows what the backend tells those who are signed in', async ({ page }) => {
    await signIn(page);
    await page.getByRole('link', { name: 'Protected' }).click();

    await expect(page).toHaveURL('/protected');
    await expect(page.getByText(PROTECTED_TEXT)).toBeVisible();
  });

  test('leads visitors to login and then back, with query and fragment', async ({ page }) => {
    for (const link of GUARDED_LINKS) {
      await test.step(link, async () => {
        await page.goto(link);
        await expect(page).toHaveURL(`/login?returnUrl=${encodeURIComponent(link)}`);

        await submitLogin(page, ADA);
        await expect(page).toHaveURL(link);
        await page.evaluate(() => localStorage.clear());
      });
    }
  });

  test('does not load its chunk for visitors', async ({ page }) => {
    await page.goto('/');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    const scripts: string[] = [];
    page.on('request', (request) => {
      if (request.resourceType() === 'script') scripts.push(request.url());
    });
    await page.getByRole('navigation').getByRole('link', { name: 'Vault' }).click();
    await expect(page).toHaveURL('/login?returnUrl=%2Fvault');
    expect(scripts).toEqual([]);

    await submitLogin(page, BOB);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Vault');
    expect(scripts).toHaveLength(1);
  });
});

test.describe('the admin page', () => {
  test('opens to ada', async ({ page }) => {
    await signIn(page, ADA);
    await page.goto('/admin');

    await expect(page).toHaveURL('/admin');
    await expect(page.getByText('Only administrators see this.')).toBeVisible();
  });

  test('leads bob to status', async ({ page }) => {
    await signIn(page, BOB);
    await page.goto('/admin');

    await expect(page).toHaveURL('/status');
    await expect(page.getByText('You are signed in.')).toBeVisible();
  });

  test('lets nobody in while the backend cannot say who it is', async ({ page, backend }) => {
    await signIn(page, ADA);
    await backend.set({ outage: 'network' });
    await page.goto('/admin');

    await expect(page).toHaveURL('/status');
    await expect(page.locator('auth-status').getByRole('alert')).toBeVisible();
  });
});

test('an address that does not exist says so', async ({ page }) => {
  await page.goto('/nowhere');

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('No such page');
});
