import type { BrowserContext, Page, Request } from '@playwright/test';
import { ADA, fillForm, signIn } from '../accounts.ts';
import { DEMO, FOREIGN } from '../origins.ts';
import { expect, test } from '../test.ts';

test.use({ dialect: 'flask-restful' });

test.beforeEach(async ({ page, demo }) => {
  // The policy forbids what is tried here, and an app may do without one.
  await page.route(`${DEMO}/*`, async (route) => {
    const { pathname } = new URL(route.request().url());
    const response = await route.fetch({ url: demo.url + pathname });
    const headers = response.headers();
    delete headers['content-security-policy'];
    await route.fulfill({ response, headers });
  });
});

test('an injected base does not lead the password elsewhere', async ({ context, page }) => {
  const elsewhere = await answerElsewhere(context);
  await page.route('**/api/login', async (route) => {
    // The browser would not let the router navigate with such a base.
    await page.evaluate(() => document.querySelector('base')?.remove());
    await route.continue();
  });
  await page.goto('/login');
  await fillForm(page, ADA);
  await injectBase(page);
  const asked = page.waitForRequest('**/api/login');
  await page.getByRole('button', { name: 'Sign in' }).click();

  expect((await asked).url()).toBe(`${DEMO}/mock/flask-restful/api/login`);
  await expect(page).toHaveURL('/status');
  expect(elsewhere).toEqual([]);
});

test('an injected base gets no token', async ({ context, page }) => {
  const elsewhere = await answerElsewhere(context);
  await signIn(page);
  await injectBase(page);
  await page.getByRole('button', { name: 'Send a request with the token' }).click();

  // The app's own URL follows the base, as it does in the browser. The token does not.
  await expect(page.getByTestId('trial-outcome')).toContainText('from elsewhere');
  expect(elsewhere.map((request) => new URL(request.url()).pathname)).toEqual([
    '/mock/flask-restful/__mock/protected',
  ]);
  for (const request of elsewhere) {
    const { authorization, cookie } = await request.allHeaders();
    expect([authorization, cookie]).toEqual([undefined, undefined]);
  }
});

/** The requests that go to the other origin, which answers them all. */
async function answerElsewhere(context: BrowserContext): Promise<readonly Request[]> {
  const requests: Request[] = [];
  await context.route(`${FOREIGN}/**`, async (route) => {
    requests.push(route.request());
    await route.fulfill({
      headers: { 'access-control-allow-origin': '*' },
      json: { message: 'from elsewhere' },
    });
  });
  return requests;
}

async function injectBase(page: Page): Promise<void> {
  await page.evaluate((href) => {
    const base = document.createElement('base');
    base.href = `${href}/`;
    document.head.prepend(base);
  }, FOREIGN);
  expect(await page.evaluate(() => document.baseURI)).toBe(`${FOREIGN}/`);
}
