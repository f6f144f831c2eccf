import { ADA, BOB, fillForm, GRACE, signIn, submitLogin, TOTP } from './accounts.ts';
import { followMail, mailedCode } from './outbox.ts';
import { expect, test } from './test.ts';

const NEW_PASSWORD = 'Another 1 for the horse';

test('a forgotten password: mail, link, another password, signed in', async ({ page }) => {
  await page.goto('/login?returnUrl=%2Fvault');
  await page.getByRole('link', { name: 'Forgot your password?' }).click();
  await expect(page.getByText('Nothing has been sent.')).toBeVisible();
  await page.getByLabel('E-mail').fill(ADA.email);
  await page.getByRole('button', { name: 'Send link' }).click();
  await expect(page.getByRole('status')).toContainText('a mail is on its way');

  await followMail(page);
  await page.getByLabel('New password', { exact: true }).fill(NEW_PASSWORD);
  // The token has left the address bar, and is in no place where it lasts.
  await expect(page).toHaveURL('/reset-password');
  expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
  await page.getByLabel('Repeat password').fill(NEW_PASSWORD);
  await page.getByRole('button', { name: 'Save password' }).click();
  await expect(page.getByRole('status')).toContainText('Your new password is saved.');

  await page.getByRole('status').getByRole('link', { name: 'Sign in' }).click();
  await submitLogin(page, ADA);
  await expect(page.getByRole('alert')).toHaveText('The sign-in details are not correct.');
  await submitLogin(page, { ...ADA, password: NEW_PASSWORD });
  await expect(page).toHaveURL('/status');

  // The link was good once.
  await page.goto('/outbox');
  await followMail(page);
  await page.getByLabel('New password', { exact: true }).fill(NEW_PASSWORD);
  await page.getByLabel('Repeat password').fill(NEW_PASSWORD);
  await page.getByRole('button', { name: 'Save password' }).click();
  await expect(page.getByRole('alert')).toContainText('link');
});

test('an address that nobody has gets the same answer, and no mail', async ({ page }) => {
  await page.goto('/forgot-password');
  await page.getByLabel('E-mail').fill('nobody@example.com');
  await page.getByRole('button', { name: 'Send link' }).click();

  await expect(page.getByRole('status')).toContainText('a mail is on its way');
  await page.getByRole('button', { name: 'Look again' }).click();
  await expect(page.getByText('Nothing has been sent.')).toBeVisible();
});

test('another mailed link that is followed from the form is the one that counts', async ({
  page,
}) => {
  for (const { email } of [ADA, BOB]) {
    await page.goto('/forgot-password');
    await page.getByLabel('E-mail').fill(email);
    await page.getByRole('button', { name: 'Send link' }).click();
    await expect(page.getByText(`To ${email}`)).toBeVisible();
  }
  await page.goto('/outbox');
  await page.getByRole('link', { name: 'Follow the link in this mail' }).last().click();
  await page.getByLabel('New password', { exact: true }).fill(NEW_PASSWORD);
  await page.getByLabel('Repeat password').fill(NEW_PASSWORD);
  await followMail(page);
  // The form of the other link begins empty.
  await expect(page.getByLabel('New password', { exact: true })).toHaveValue('');
  await page.getByLabel('New password', { exact: true }).fill(NEW_PASSWORD);
  await page.getByLabel('Repeat password').fill(NEW_PASSWORD);
  await page.getByRole('button', { name: 'Save password' }).click();
  await page.getByRole('status').getByRole('link', { name: 'Sign in' }).click();
  await submitLogin(page, { ...BOB, password: NEW_PASSWORD });
  await expect(page.getByTestId('who')).toHaveText(BOB.email);
});

test('whoever registers confirms the address by following the link', async ({ page, backend }) => {
  await page.goto('/register');
  await fillForm(page, GRACE);
  await page.getByRole('button', { name: 'Create account' }).click();
  await expect(page).toHaveURL('/status');
  expect(await backend.verified()).toEqual([]);
  await page.getByRole('link', { name: 'Outbox' }).click();
  await followMail(page);

  await expect(page.getByRole('status')).toContainText('Your e-mail address is confirmed.');
  await expect(page).toHaveURL('/verify-email');
  expect(await backend.verified()).toEqual([GRACE.email]);

  await page.goto('/outbox');
  await followMail(page);
  await expect(page.getByRole('alert')).toContainText('has expired or has been used before');
});

test('the password is changed by whoever knows the current one', async ({ page }) => {
  await signIn(page, BOB);
  await page.getByRole('link', { name: 'Change your password' }).click();
  await page.getByLabel('Current password').fill('wrong');
  await page.getByLabel('New password', { exact: true }).fill(NEW_PASSWORD);
  await page.getByLabel('Repeat password').fill(NEW_PASSWORD);
  await page.getByRole('button', { name: 'Change password' }).click();
  await expect(page.getByRole('alert')).toContainText('current password is not correct');

  await page.getByLabel('Current password').fill(BOB.password);
  await page.getByRole('button', { name: 'Change password' }).click();
  await expect(page.getByRole('status')).toContainText('Your password has been changed.');
  await page.getByRole('link', { name: 'Back to your session' }).click();
  await expect(page.getByText('You are signed in.')).toBeVisible();

  await page.getByRole('banner').getByRole('button', { name: 'Sign out' }).click();
  await submitLogin(page, { ...BOB, password: NEW_PASSWORD });
  await expect(page).toHaveURL('/status');
});

for (const dialect of ['flask-jwt-auth', 'refresh-token'] as const) {
  test.describe(dialect, () => {
    test.use({ dialect });

    test('asks for a mailed code, and only the right one signs in', async ({ page }) => {
      await page.goto('/vault?box=7');
      await submitLogin(page, TOTP);
      const code = page.getByLabel('One-time code');
      await expect(code).toBeFocused();
      const right = await mailedCode(page);
      await code.fill(right === '000000' ? '111111' : '000000');
      await page.getByRole('button', { name: 'Confirm code' }).click();
      await expect(page.getByRole('alert')).toContainText('This code is not correct');
      await expect(page.getByTestId('who')).toHaveCount(0);

      await code.fill(right);
      await page.getByRole('button', { name: 'Confirm code' }).click();
      await expect(page).toHaveURL('/vault?box=7');
      await expect(page.getByTestId('who')).toHaveText(TOTP.email);
    });
  });
}

test.describe('a backend without account endpoints', () => {
  test.use({ dialect: 'flask-restful' });

  test('has no such pages, and says so', async ({ page }) => {
    await page.goto('/login');
    await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible();
    await expect(page.getByRole('link', { name: 'Forgot your password?' })).toHaveCount(0);
    for (const path of [
      '/forgot-password',
      '/reset-password',
      '/verify-email',
      '/change-password',
    ]) {
      await page.goto(path);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Not with this backend');
    }
  });
});
