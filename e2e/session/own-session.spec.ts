import { expect, test } from '../test.ts';
import { expectStatus, press, signInToApp } from './app-page.ts';

for (const backend of ['tokens', 'cookies'] as const) {
  test.describe(`a lazy route with a session of its own (the app has ${backend})`, () => {
    test.use({ appOptions: { backend } });

    test('signs in and out beside the app, over reloads', async ({ page }) => {
      const status = page.getByTestId('partner-status');
      await signInToApp(page);
      await page.getByRole('link', { name: 'Partner' }).click();
      await expect(page).toHaveURL('/app/partner/login?returnUrl=%2Fpartner');
      await expect(status).toHaveText('anonymous');
      await page.getByRole('button', { name: 'Sign in to the partner' }).click();
      await expect(status).toHaveText('authenticated');

      await page.getByRole('link', { name: 'Partner' }).click();
      await expect(page.getByTestId('token-sent')).toHaveText('true');
      await page.reload();
      await expect(status).toHaveText('authenticated');
      await expect(page.getByTestId('token-sent')).toHaveText('true');

      await page.getByRole('link', { name: 'Home' }).click();
      await expectStatus('authenticated', page);
      await press(page, 'Sign out');
      await expectStatus('anonymous', page);
      await page.getByRole('link', { name: 'Partner' }).click();
      await page.getByRole('button', { name: 'Sign out of the partner' }).click();
      await expect(page).toHaveURL('/app/partner/login?returnUrl=%2Fpartner');
    });

    test('is anonymous as long as only the app is signed in', async ({ page }) => {
      await signInToApp(page);
      await page.goto('/app/partner');
      await expect(page).toHaveURL('/app/partner/login?returnUrl=%2Fpartner');
      await page.getByRole('link', { name: 'Private' }).click();
      await expect(page.getByRole('heading', { name: 'Private' })).toBeVisible();
    });
  });
}
