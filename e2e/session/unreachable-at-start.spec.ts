import { signIn } from '../accounts.ts';
import { PROTECTED_TEXT } from '../protected-text.ts';
import { expect, test } from '../test.ts';

test.use({ dialect: 'flask-session' });

test('a page that starts offline says so, and goes on once the server can be reached', async ({
  context,
  page,
}) => {
  await signIn(page);
  // The page itself comes from the browser's cache or a service worker, so to speak.
  await context.route('**/api/status', (route) => route.abort('internetdisconnected'));
  await page.goto('/protected');
  await expect(page.getByText('The server cannot be reached.')).toBeVisible();
  await expect(page).toHaveURL('/login?returnUrl=%2Fprotected');
  await expect(page.getByText(PROTECTED_TEXT)).toHaveCount(0);

  await context.unroute('**/api/status');
  await page.evaluate(() => dispatchEvent(new Event('online')));
  await expect(page).toHaveURL('/protected');
  await expect(page.getByText(PROTECTED_TEXT)).toBeVisible();
});
