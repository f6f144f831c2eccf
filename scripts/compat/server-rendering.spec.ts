import type { Page } from '@playwright/test';
import { ADA, BOB } from '../../e2e/accounts.ts';
import { expect, submit, test } from './test.ts';

const USERS = [ADA, BOB];

test('an open page comes with its content, and hydration keeps it', async ({ page }) => {
  const allow = await holdScripts(page);
  await page.goto('/login', { waitUntil: 'commit' });
  const form = page.locator('auth-login form');
  await expect(form).toBeVisible();
  await form.evaluate((element) => element.setAttribute('data-from', 'server'));
  allow();
  // The app has taken over: hydration removes its marks.
  await expect(page.locator('app-root')).not.toHaveAttribute('ngh');
  await submit(page, ADA.email, 'Sign in', '');
  await expect(page.getByText('Please enter your password.')).toBeVisible();
  await expect(form).toHaveAttribute('data-from', 'server');
});

test('what was typed before the app took over stays, and is sent', async ({ page }) => {
  const allow = await holdScripts(page);
  await page.goto('/login', { waitUntil: 'commit' });
  await page.getByLabel('E-mail', { exact: true }).fill(ADA.email);
  await page.getByLabel('Password', { exact: true }).fill(ADA.password);
  allow();
  await expect(page.locator('app-root')).not.toHaveAttribute('ngh');
  await expect(page.getByLabel('E-mail', { exact: true })).toHaveValue(ADA.email);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page).toHaveURL('/status');
});

test('a guarded page comes empty, under its own URL', async ({ request }) => {
  const answer = await request.get('/status', { maxRedirects: 0 });
  expect(answer.status()).toBe(200);
  const html = await answer.text();
  expect(html).toContain('<router-outlet');
  expect(html).not.toMatch(/<auth-|signed in/);
});

test('a visitor never sees a guarded page', async ({ page }) => {
  const seen = await watchElements(page);
  await page.goto('/status');
  await expect(page).toHaveURL('/login?returnUrl=%2Fstatus');
  await expect(page.locator('auth-login')).toBeVisible();
  expect(await seen()).toEqual(['auth-login']);
});

test('a signed-in user who reloads never sees the login page', async ({ page }) => {
  await page.goto('/login');
  await submit(page, ADA.email, 'Sign in', ADA.password);
  await expect(page).toHaveURL('/status');
  const seen = await watchElements(page);
  await page.reload();
  await expect(page.getByText(ADA.email)).toBeVisible();
  expect(await seen()).toEqual(['auth-status']);
});

test('two users at once each see themselves, and the server sends both the same', async ({
  browser,
}) => {
  const answers = await Promise.all(
    USERS.map(async ({ email, password }) => {
      const context = await browser.newContext();
      const page = await context.newPage();
      await page.goto('/login');
      await submit(page, email, 'Sign in', password);
      await expect(page.getByText(email)).toBeVisible();
      const token = await page.evaluate(() => localStorage.getItem('token') ?? '');
      expect(token).not.toBe('');
      const htmls: string[] = [];
      for (let reload = 0; reload < 5; reload++) {
        const answer = await page.reload();
        htmls.push((await answer?.text()) ?? '');
        await expect(page.getByText(email)).toBeVisible();
        for (const other of USERS) {
          if (other.email !== email) await expect(page.getByText(other.email)).toHaveCount(0);
        }
      }
      await context.close();
      return { token, htmls };
    }),
  );
  const htmls = answers.flatMap((answer) => answer.htmls);
  expect(new Set(htmls).size).toBe(1);
  // The state that is handed over is a part of it.
  expect(htmls[0]).toContain('id="ng-state"');
  for (const { token } of answers) expect(htmls[0]).not.toContain(token);
  for (const { email } of USERS) expect(htmls[0]).not.toContain(email);
});

/** Which of the library's components appear from the next page load on, however briefly. */
async function watchElements(page: Page): Promise<() => Promise<string[]>> {
  await page.addInitScript(() => {
    const names = new Set<string>();
    Object.assign(window, { seenElements: names });
    new MutationObserver((records) => {
      for (const node of records.flatMap(({ addedNodes }) => [...addedNodes])) {
        if (!(node instanceof Element)) continue;
        for (const element of [node, ...node.querySelectorAll('*')]) {
          if (element.localName.startsWith('auth-')) names.add(element.localName);
        }
      }
    }).observe(document, { childList: true, subtree: true });
  });
  return () =>
    page.evaluate(() => {
      const { seenElements } = window as unknown as { seenElements: Set<string> };
      return [...seenElements].filter((name) => ['auth-login', 'auth-status'].includes(name));
    });
}

/** Keeps the app from starting until the function that this answers is called. */
async function holdScripts(page: Page): Promise<() => void> {
  let allow = () => {};
  const allowed = new Promise<void>((resolve) => (allow = resolve));
  await page.route('**/*.js', async (route) => {
    await allowed;
    await route.continue();
  });
  return () => allow();
}
