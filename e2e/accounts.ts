import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';

export interface Account {
  readonly email: string;
  readonly password: string;
}

/** An administrator. */
export const ADA: Account = { email: 'ada@example.com', password: 'correct horse battery' };
export const BOB: Account = { email: 'bob@example.com', password: 'staple battery horse' };

/** Nobody yet. Meets the demo's rules for passwords. */
export const GRACE: Account = { email: 'grace@example.com', password: 'A compiler of her 0wn' };
/** Has a second factor. */
export const TOTP: Account = { email: 'totp@example.com', password: 'one more battery staple' };

/** Fills whichever form is shown, login or register. */
export async function fillForm(page: Page, { email, password }: Account): Promise<void> {
  await page.getByLabel('E-mail', { exact: true }).fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await fillRest(page, password);
}

/** What a form asks for beyond that: the password again, the terms, and whether to stay signed in. */
export async function fillRest(page: Page, password: string): Promise<void> {
  const form = page.locator('auth-login, auth-register');
  for (const again of await form.getByLabel('Repeat password').all()) await again.fill(password);
  for (const box of await form.getByRole('checkbox').all()) await box.check();
}

/** Submits the login form that is shown. */
export async function submitLogin(page: Page, account: Account): Promise<void> {
  await fillForm(page, account);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

/** Signs in from scratch; ends on the status page. */
export async function signIn(page: Page, account: Account = ADA): Promise<void> {
  await page.goto('/login');
  await submitLogin(page, account);
  await expect(page).toHaveURL('/status');
}
