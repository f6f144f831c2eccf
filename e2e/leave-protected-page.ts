import type { Page } from '@playwright/test';
import { signIn } from './accounts.ts';
import { BACKEND } from './origins.ts';
import { PROTECTED_TEXT } from './protected-text.ts';
import { expect } from './test.ts';

/** Shows the protected page and goes on to one outside the app. */
export async function leaveProtectedPage(page: Page): Promise<void> {
  await signIn(page);
  await page.goto('/protected');
  await expect(page.getByText(PROTECTED_TEXT)).toBeVisible();
  await page.evaluate(() => Object.assign(window, { kept: true }));
  await page.goto(`${BACKEND}/__mock/options`);
}
