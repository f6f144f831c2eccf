import { signIn } from '../accounts.ts';
import { signOutInOneTab } from '../sign-out-in-one-tab.ts';
import { expect, test } from '../test.ts';

test.use({ dialect: 'flask-session' });

test.describe('a session in a cookie', () => {
  test('ends in every tab at once', async ({ context, page }) => {
    await signOutInOneTab(page, [await context.newPage()]);
  });

  test('ends when the backend no longer accepts the cookie', async ({ page, backend }) => {
    await signIn(page);
    await backend.rotateKeys();
    await page.getByRole('link', { name: 'Protected' }).click();

    await expect(page).toHaveURL('/login?returnUrl=%2Fprotected');
  });

  test('sends no header and leaves no secret in the storage', async ({ page }) => {
    await signIn(page);
    const asked = page.waitForRequest('**/__mock/protected');
    await page.getByRole('link', { name: 'Protected' }).click();
    expect(await (await asked).headerValue('authorization')).toBeNull();
    expect(await (await asked).headerValue('cookie')).toContain('session=');

    const stored = await page.evaluate(() => ({ ...localStorage }) as Record<string, string>);
    const key = 'token.flask-session.details';
    expect(Object.keys(stored).sort()).toEqual(['demo.backend', key]);
    const note = JSON.parse(stored[key] ?? '') as object;
    expect(Object.keys(note).sort()).toEqual(['sessionId', 'subject', 'version']);
  });
});
