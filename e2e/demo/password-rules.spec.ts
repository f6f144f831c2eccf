import { expect, test } from '../test.ts';

test.describe("the demo's rules for passwords", () => {
  test('ask for length and not for classes of characters', async ({ page }) => {
    await page.goto('/register');
    const rules = page.locator('auth-register').getByRole('listitem');

    await expect(rules).toContainText(['At least 15 characters', 'Not a common password']);
    await expect(rules).toHaveCount(2);
  });

  for (const [password, count] of [
    ['a long one of small letters', 0],
    ['Correct Horse Battery Staple', 1],
    ['qwertyuiopasdfgh', 1],
  ] as const) {
    test(`${count === 0 ? 'admit' : 'refuse'} "${password}"`, async ({ page }) => {
      await page.goto('/register');
      await page.getByLabel('Password', { exact: true }).fill(password);
      await page.getByRole('button', { name: 'Create account' }).click();

      const unmet = page.getByText('The password does not meet all requirements yet.');
      await expect(page.getByText('Please enter your e-mail.')).toBeVisible();
      await expect(unmet).toHaveCount(count);
    });
  }
});
