import type { Page } from '@playwright/test';

const follow = (page: Page) => page.getByRole('link', { name: 'Follow the link in this mail' });

/** Follows the link in the newest mail that the page shows. */
export async function followMail(page: Page): Promise<void> {
  await follow(page).first().click();
}

/** The code in the newest mail, which the page shows beside the form. */
export async function mailedCode(page: Page): Promise<string> {
  return page.getByTestId('mailed-code').first().innerText();
}
