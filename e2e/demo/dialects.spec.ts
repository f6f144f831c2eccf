import type { DialectName } from '../../projects/mock-backend/src/mock-options.ts';
import { ADA, fillRest, GRACE, signIn } from '../accounts.ts';
import { PROTECTED_TEXT } from '../protected-text.ts';
import { expect, test } from '../test.ts';

interface Case {
  readonly dialect: DialectName;
  /** A part of the configuration shown, of no other dialect. */
  readonly code: string;
  readonly label: string;
  /** Whom the demo takes the user for. */
  readonly who: string;
  readonly registers: boolean;
}

const byEmail = { label: 'E-mail', registers: true };
const byName = { label: 'Username', registers: true };

const CASES: readonly Case[] = [
  { ...byEmail, dialect: 'flask-jwt-auth', code: ':5000/auth', who: ADA.email },
  { ...byEmail, dialect: 'flask-session', code: 'flaskSession', who: 'Signed in' },
  { ...byName, dialect: 'flask-jwt-extended', code: 'flaskJwtExtended', who: 'ada' },
  { ...byName, dialect: 'flask-jwt', code: 'flaskJwt,', who: "User(id='1')", registers: false },
  {
    ...byEmail,
    dialect: 'flask-restful',
    code: 'flaskRestful',
    who: 'Signed in',
    registers: false,
  },
  { ...byEmail, dialect: 'refresh-token', code: 'refreshToken', who: ADA.email },
];

for (const { dialect, code, label, who, registers } of CASES) {
  test.describe(dialect, () => {
    test('can be chosen, signs in, survives a reload and signs out', async ({ page }) => {
      await page.goto('/login');
      await page.getByLabel('Backend').selectOption(dialect);
      await expect(page.locator('pre')).toContainText(code);
      const account = page.getByRole('listitem').filter({ hasText: ADA.password });
      const identifier = await account.locator('dd').first().innerText();

      await page.getByLabel(label, { exact: true }).fill(identifier);
      await page.getByLabel('Password', { exact: true }).fill(ADA.password);
      await fillRest(page, ADA.password);
      await page.getByRole('button', { name: 'Sign in' }).click();
      await expect(page).toHaveURL('/status');
      await expect(page.getByText('You are signed in.')).toBeVisible();
      await expect(page.getByTestId('who')).toHaveText(who);

      await page.reload();
      await expect(page.getByText('You are signed in.')).toBeVisible();
      await expect(page.getByTestId('who')).toHaveText(who);
      await page.getByRole('button', { name: 'Send a request with the token' }).click();
      await expect(page.getByTestId('trial-outcome')).toContainText(PROTECTED_TEXT);

      await page.getByRole('banner').getByRole('button', { name: 'Sign out' }).click();
      await expect(page).toHaveURL('/login?returnUrl=%2Fstatus');
      await expect(page.getByTestId('who')).toHaveCount(0);
    });

    test.describe('registration', () => {
      test.use({ dialect });

      test(registers ? 'is offered' : 'is not offered', async ({ page }) => {
        await page.goto('/register');
        await expect(page.getByText('has no registration')).toHaveCount(registers ? 0 : 1);
        if (!registers) {
          await expect(page.getByRole('alert')).toHaveText('This is not available here.');
          await expect(page.getByLabel(label, { exact: true })).toHaveCount(0);
          return;
        }
        const name = label === byEmail.label ? GRACE.email : 'grace';
        await page.getByLabel(label, { exact: true }).fill(name);
        await page.getByLabel('Password', { exact: true }).fill(GRACE.password);
        await fillRest(page, GRACE.password);
        await page.getByRole('button', { name: 'Create account' }).click();

        // Some sign in at once, and some do not.
        const outcome = page
          .getByTestId('who')
          .or(page.locator('auth-register').getByRole('status').getByRole('link'));
        await expect(outcome.first()).toBeVisible();
        await expect(page.getByRole('alert')).toHaveCount(0);
      });
    });
  });
}

test('choosing another backend signs out first', async ({ page, backend }) => {
  await signIn(page);
  await page.getByRole('link', { name: 'ngx-auth-kit' }).click();
  await page.getByLabel('Backend').selectOption('flask-restful');

  await expect(page.locator('pre')).toContainText('flaskRestful');
  expect(await backend.calls('POST', '/auth/logout')).toBe(1);
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual(['demo.backend']);
});
