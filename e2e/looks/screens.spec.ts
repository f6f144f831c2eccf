import type { Page } from '@playwright/test';
import { ADA, BOB, fillForm, fillRest, GRACE, signIn, submitLogin, TOTP } from '../accounts.ts';
import type { Backend } from '../backend.ts';
import { holdAnswer } from '../hold-answer.ts';
import { followMail, mailedCode } from '../outbox.ts';
import { expect, test } from '../test.ts';
import { inspect } from './inspect.ts';

const RATE_LIMITED = { status: 429, headers: { 'retry-after': '90' }, body: {} };
const FAILED = { status: 500, body: {} };
const TOO_SOON = 'You can try again in';
const SERVER_PROBLEM = 'The server has a problem.';

interface Visit {
  readonly page: Page;
  readonly backend: Backend;
}

/** A state of a screen: what leads to it from the one before, and how to tell that it is there. */
interface State {
  readonly name: string;
  readonly shows: string;
  reach(visit: Visit): Promise<unknown>;
}

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

async function fillNew(page: Page, password: string, again = password): Promise<void> {
  await page.getByLabel('New password', { exact: true }).fill(password);
  await page.getByLabel('Repeat password').fill(again);
}

/** The form is sent, and its answer held back: it is busy until `reach` of the next state. */
let release = () => {};

async function sendHeld({ page }: Visit, endpoint: string, button: string): Promise<void> {
  release = await holdAnswer(page, endpoint);
  await press(page, button);
}

const SCREENS: Readonly<Record<string, readonly State[]>> = {
  login: [
    { name: 'empty', shows: 'Keep me signed in', reach: ({ page }) => page.goto('/login') },
    {
      name: 'invalid',
      shows: 'Please enter your password.',
      reach: ({ page }) => press(page, 'Sign in'),
    },
    {
      name: 'busy',
      shows: 'Signing in…',
      reach: async (visit) => {
        await fillForm(visit.page, { ...ADA, password: 'wrong' });
        await sendHeld(visit, 'login', 'Sign in');
      },
    },
    {
      name: 'refused',
      shows: 'The sign-in details are not correct.',
      reach: () => Promise.resolve(release()),
    },
    {
      name: 'failed',
      shows: SERVER_PROBLEM,
      reach: async ({ page, backend }) => {
        await backend.answerNext('login', FAILED);
        await submitLogin(page, ADA);
      },
    },
    {
      name: 'rate-limited',
      shows: TOO_SOON,
      reach: async ({ page, backend }) => {
        await backend.answerNext('login', RATE_LIMITED);
        await submitLogin(page, ADA);
      },
    },
  ],
  'second-factor': [
    {
      name: 'empty',
      shows: 'Your one-time code',
      reach: async ({ page }) => {
        await page.goto('/login');
        await submitLogin(page, TOTP);
      },
    },
    {
      name: 'invalid',
      shows: 'Please enter the code.',
      reach: ({ page }) => press(page, 'Confirm code'),
    },
    {
      name: 'busy',
      shows: 'Checking the code…',
      reach: async (visit) => {
        await visit.page.getByLabel('One-time code').fill('wrong');
        await sendHeld(visit, 'second-factor', 'Confirm code');
      },
    },
    {
      name: 'refused',
      shows: 'This code is not correct.',
      reach: () => Promise.resolve(release()),
    },
    {
      name: 'done',
      shows: 'You are signed in.',
      reach: async ({ page }) => {
        await page.getByLabel('One-time code').fill(await mailedCode(page));
        await press(page, 'Confirm code');
      },
    },
  ],
  register: [
    { name: 'empty', shows: 'At least 15 characters', reach: ({ page }) => page.goto('/register') },
    {
      name: 'invalid',
      shows: 'The two passwords are not the same.',
      reach: async ({ page }) => {
        await page.getByLabel('Password', { exact: true }).fill('short1');
        await page.getByLabel('Repeat password').fill('other');
        await press(page, 'Create account');
      },
    },
    {
      name: 'busy',
      shows: 'Creating account…',
      reach: async (visit) => {
        await fillForm(visit.page, { ...GRACE, email: ADA.email });
        await sendHeld(visit, 'register', 'Create account');
      },
    },
    {
      name: 'refused',
      shows: 'User already exists.',
      reach: () => Promise.resolve(release()),
    },
  ],
  'forgot-password': [
    {
      name: 'empty',
      shows: 'Nothing has been sent.',
      reach: ({ page }) => page.goto('/forgot-password'),
    },
    {
      name: 'invalid',
      shows: 'Please enter your e-mail.',
      reach: ({ page }) => press(page, 'Send link'),
    },
    {
      name: 'rate-limited',
      shows: TOO_SOON,
      reach: async ({ page, backend }) => {
        await backend.answerNext('forgotPassword', RATE_LIMITED);
        await page.getByLabel('E-mail').fill(ADA.email);
        await press(page, 'Send link');
      },
    },
    {
      name: 'busy',
      shows: 'Sending…',
      reach: async (visit) => {
        await visit.page.reload();
        await visit.page.getByLabel('E-mail').fill(ADA.email);
        await sendHeld(visit, 'forgot-password', 'Send link');
      },
    },
    {
      name: 'done',
      shows: 'To ada@example.com',
      reach: () => Promise.resolve(release()),
    },
  ],
  'reset-password': [
    {
      name: 'without-link',
      shows: 'has expired or has been used before',
      reach: ({ page }) => page.goto('/reset-password'),
    },
    {
      name: 'empty',
      shows: 'Afterwards you sign in',
      reach: async ({ page, backend }) => {
        await backend.mailReset(ADA.email);
        await page.goto('/outbox');
        await followMail(page);
      },
    },
    {
      name: 'invalid',
      shows: 'The password does not meet all requirements yet.',
      reach: async ({ page }) => {
        await fillNew(page, 'short', 'other');
        await press(page, 'Save password');
      },
    },
    {
      name: 'failed',
      shows: SERVER_PROBLEM,
      reach: async ({ page, backend }) => {
        await backend.answerNext('resetPassword', FAILED);
        await fillNew(page, GRACE.password);
        await press(page, 'Save password');
      },
    },
    {
      name: 'busy',
      shows: 'Saving…',
      reach: (visit) => sendHeld(visit, 'reset-password', 'Save password'),
    },
    {
      name: 'done',
      shows: 'Your new password is saved.',
      reach: () => Promise.resolve(release()),
    },
  ],
  'verify-email': [
    {
      name: 'dead-link',
      shows: 'has expired or has been used before',
      reach: ({ page }) => page.goto('/verify-email?token=dead'),
    },
    {
      name: 'busy',
      shows: 'Confirming your e-mail address…',
      reach: async ({ page }) => {
        release = await holdAnswer(page, 'verify-email');
        await page.goto('/verify-email?token=another');
      },
    },
    {
      name: 'failed',
      shows: SERVER_PROBLEM,
      reach: async ({ backend }) => {
        await backend.answerNext('verifyEmail', FAILED);
        release();
      },
    },
    {
      name: 'done',
      shows: 'Your e-mail address is confirmed.',
      reach: async ({ page, backend }) => {
        await backend.answerNext('verifyEmail', { status: 200, body: { status: 'success' } });
        await press(page, 'Try again');
      },
    },
  ],
  'change-password': [
    {
      name: 'empty',
      shows: 'Not a common password',
      reach: async ({ page }) => {
        await signIn(page, BOB);
        await page.getByRole('link', { name: 'Change your password' }).click();
      },
    },
    {
      name: 'invalid',
      shows: 'Please enter your current password.',
      reach: ({ page }) => press(page, 'Change password'),
    },
    {
      name: 'busy',
      shows: 'Saving…',
      reach: async (visit) => {
        await visit.page.getByLabel('Current password').fill('wrong');
        await fillNew(visit.page, GRACE.password);
        await sendHeld(visit, 'change-password', 'Change password');
      },
    },
    {
      name: 'refused',
      shows: 'The current password is not correct.',
      reach: () => Promise.resolve(release()),
    },
    {
      name: 'done',
      shows: 'Your password has been changed.',
      reach: async ({ page }) => {
        await page.getByLabel('Current password').fill(BOB.password);
        await press(page, 'Change password');
      },
    },
  ],
  status: [
    {
      name: 'failed',
      shows: SERVER_PROBLEM,
      reach: async ({ page, backend }) => {
        await signIn(page, BOB);
        await expect(page.getByTestId('who')).toHaveText(BOB.email);
        // The menu in the header asks, too.
        for (let asked = 0; asked < 2; asked++) await backend.answerNext('status', FAILED);
        await page.reload();
      },
    },
  ],
};

for (const [screen, states] of Object.entries(SCREENS)) {
  test(`${screen}: every state fits, and axe finds nothing`, async ({ page, backend }) => {
    for (const { name, shows, reach } of states) {
      await test.step(name, async () => {
        await reach({ page, backend });
        await expect(page.getByText(shows).first()).toBeVisible();
        await inspect(page, `${screen}-${name}`);
      });
    }
  });
}

test.describe('an account that has to sign in after registration', () => {
  test.use({ dialect: 'flask-jwt-extended' });

  test('register: done fits, and axe finds nothing', async ({ page }) => {
    await page.goto('/register');
    await page.getByLabel('Username').fill('grace');
    await page.getByLabel('Password', { exact: true }).fill(GRACE.password);
    await fillRest(page, GRACE.password);
    await press(page, 'Create account');
    await expect(page.getByRole('status')).toContainText('Your account is ready.');
    await inspect(page, 'register-done');
  });
});
