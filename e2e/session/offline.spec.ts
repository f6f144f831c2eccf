import type { Page } from '@playwright/test';
import { ADA, signIn } from '../accounts.ts';
import { PROTECTED_TEXT } from '../protected-text.ts';
import { expect, test } from '../test.ts';

const SECOND = 1_000;
/** Long enough for the app to draw: it waits for a frame or a timer. */
const FRAME = 50;
const UNREACHABLE = 'The backend cannot be reached.';

test.use({ dialect: 'refresh-token' });

test('a token that runs out offline is refreshed when the network is back', async ({
  context,
  page,
  backend,
}) => {
  await backend.set({ tokenLifetime: 60 });
  await page.clock.install();
  await signIn(page);
  await expect(page.getByTestId('who')).toHaveText(ADA.email);
  await page.clock.pauseAt(Date.now() + SECOND);
  let tries = 0;
  page.on('requestfailed', (failed) => (tries += failed.url().endsWith('/auth/refresh') ? 1 : 0));

  await context.setOffline(true);
  await page.clock.fastForward(120 * SECOND);
  await expect.poll(() => tries).toBe(1);
  await page.getByRole('link', { name: 'Protected' }).click();
  await appears(page, UNREACHABLE);
  await expect(page.getByTestId('who')).toHaveText(ADA.email);

  // Whatever asks for the token: nothing is sent before ten seconds have passed.
  const began = await page.evaluate(() => Date.now());
  for (let second = 1; second <= 7; second++) {
    await page.clock.fastForward(SECOND);
    await page.evaluate(() => dispatchEvent(new Event('focus')));
    await page.getByRole('button', { name: 'Ask again' }).click();
    await page.clock.runFor(FRAME);
    await appears(page, UNREACHABLE);
  }
  expect(await page.evaluate(() => Date.now())).toBeLessThan(began + 9 * SECOND);
  expect(tries).toBe(1);
  await page.clock.fastForward(10 * SECOND);
  await expect.poll(() => tries).toBe(2);

  await context.setOffline(false);
  await page.clock.fastForward(10 * SECOND);
  await expect.poll(() => backend.calls('POST', '/auth/refresh')).toBe(1);
  await page.getByRole('button', { name: 'Ask again' }).click();
  await appears(page, PROTECTED_TEXT);
  await expect(page).toHaveURL('/protected');
  expect(await backend.calls('POST', '/auth/refresh')).toBe(1);
  expect(tries).toBe(2);
});

/** The clock stands still, and with it the app: it moves by a frame until the text is there. */
async function appears(page: Page, text: string): Promise<void> {
  await expect(async () => {
    await page.clock.runFor(FRAME);
    await expect(page.getByText(text)).toBeVisible({ timeout: 1 });
  }).toPass({ intervals: [20] });
}
