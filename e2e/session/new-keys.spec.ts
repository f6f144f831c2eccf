import { signIn } from '../accounts.ts';
import { expect, test } from '../test.ts';

test('a server that restarts with new keys ends the session', async ({ page, backend }) => {
  await signIn(page);
  await backend.rotateKeys();
  await page.getByRole('link', { name: 'Protected' }).click();

  await expect(page).toHaveURL('/login?returnUrl=%2Fprotected');
  await expect(page.getByTestId('who')).toHaveCount(0);
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
});
