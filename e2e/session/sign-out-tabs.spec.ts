import { signIn } from '../accounts.ts';
import { momentWithout, SOON } from '../moment-without.ts';
import { PROTECTED_TEXT } from '../protected-text.ts';
import { expect, test } from '../test.ts';

test('signing out in one of five tabs signs the others out at once', async ({ context, page }) => {
  await signIn(page);
  const others = await Promise.all([1, 2, 3, 4].map(() => context.newPage()));
  for (const other of others) {
    await other.goto('/protected');
    await expect(other.getByText(PROTECTED_TEXT)).toBeVisible();
  }

  const left = others.map((other) => momentWithout(other, 'demo-protected-page'));
  const button = page.getByRole('banner').getByRole('button', { name: 'Sign out' });
  const clicked = await button.evaluate((element: HTMLElement) => {
    element.click();
    return Date.now();
  });
  for (const moment of left) expect((await moment) - clicked).toBeLessThan(SOON);
  for (const other of others) {
    await expect(other).toHaveURL('/login?returnUrl=%2Fprotected');
    await expect(other.getByTestId('who')).toHaveCount(0);
  }
});
