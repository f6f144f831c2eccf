import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';

export interface Account {
  readonly email: string;
  readonly password: string;
}

/** An administrator. */
export const ADA: Account = { email: 'ada@example.com', password: 'correct horse battery' };
export const BOB: Account = { email: 'bob@example.com', password: 'staple battery horse' };

/** Fills whichever form is shown, login or register. */
export async function fillForm(page: Page, { email, password }: Account): Promise<void> {
  await page.getByLabel('E-mail', { exact: true }).fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
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
