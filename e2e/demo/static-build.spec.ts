import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { serveStatic } from '@hono/node-server/serve-static';
import { expect, test } from '@playwright/test';
import type { BrowserContext, Page } from '@playwright/test';
import { Hono } from 'hono';
import { ADA, BOB, fillForm, TOTP } from '../accounts.ts';
import { followMail, mailedCode } from '../outbox.ts';
import { PROTECTED_TEXT } from '../protected-text.ts';

const ROOT = join(import.meta.dirname, '../../dist/demo-static/browser');
/** Any: what is served does not know it. */
const SUB_PATH = '/some/where';
const POLICY =
  "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; " +
  "connect-src 'none'; require-trusted-types-for 'script'; trusted-types angular";

let server: Server;
let home: string;

test.beforeAll(async () => {
  expect(existsSync(join(ROOT, 'index.html')), 'build it first: `npm run test:demo`').toBe(true);
  const app = new Hono();
  app.use(async (c, next) => {
    await next();
    c.header('content-security-policy', POLICY);
  });
  const rewriteRequestPath = (path: string) => path.slice(SUB_PATH.length);
  app.get(`${SUB_PATH}/*`, serveStatic({ root: ROOT, rewriteRequestPath }));
  server = createServer(getRequestListener(app.fetch));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  home = `http://127.0.0.1:${(server.address() as AddressInfo).port}${SUB_PATH}/`;
});

test.afterAll(() => {
  server.closeAllConnections();
  server.close();
});

let faults: string[];
let left: string[];

test.beforeEach(({ context }) => {
  faults = [];
  left = [];
  watch(context);
});

test.afterEach(() => {
  expect(faults).toEqual([]);
  // Not one request to a backend, and none for a route of the app.
  expect(left.filter((url) => !/\/some\/where\/([\w-]+\.(js|css))?$/.test(url))).toEqual([]);
});

test('signs in, calls the API, survives a reload and signs out, with static files only', async ({
  page,
}) => {
  await page.goto(home);
  await page.getByRole('link', { name: 'Sign in and look around' }).click();
  await signIn(page, ADA);
  await page.getByRole('button', { name: 'Send a request with the token' }).click();
  await expect(page.getByTestId('trial-outcome')).toContainText(PROTECTED_TEXT);

  await page.reload();
  await expect(page).toHaveURL(`${home}#/status`);
  await expect(page.getByText('You are signed in.')).toBeVisible();
  await expect(page.getByTestId('who')).toHaveText(ADA.email);

  await page.getByRole('banner').getByRole('button', { name: 'Sign out' }).click();
  await expect(page).toHaveURL(`${home}#/login?returnUrl=%2Fstatus`);
  await expect(page.getByTestId('who')).toHaveCount(0);
});

test('answers a wrong password as a server does', async ({ page }) => {
  await page.goto(`${home}#/login`);
  await fillForm(page, { ...ADA, password: 'wrong' });
  await page.getByRole('button', { name: 'Sign in' }).click();

  await expect(page.getByRole('alert')).toHaveText('The sign-in details are not correct.');
});

test('a mailed link is good after a reload, and the new password too', async ({ page }) => {
  await page.goto(`${home}#/forgot-password`);
  await page.getByLabel('E-mail').fill(BOB.email);
  await page.getByRole('button', { name: 'Send link' }).click();
  await expect(page.getByText(`To ${BOB.email}`)).toBeVisible();
  await page.reload();
  await followMail(page);
  const password = 'Another 1 for the horse';
  await page.getByLabel('New password', { exact: true }).fill(password);
  await expect(page).toHaveURL(`${home}#/reset-password`);
  await page.getByLabel('Repeat password').fill(password);
  await page.getByRole('button', { name: 'Save password' }).click();
  await page.getByRole('status').getByRole('link', { name: 'Sign in' }).click();
  await page.reload();
  await signIn(page, { ...BOB, password });
});

test('signs in with a code that it has mailed', async ({ page }) => {
  await page.goto(`${home}#/login`);
  await fillForm(page, TOTP);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByLabel('One-time code').fill(await mailedCode(page));
  await page.getByRole('button', { name: 'Confirm code' }).click();

  await expect(page).toHaveURL(`${home}#/status`);
  await expect(page.getByTestId('who')).toHaveText(TOTP.email);
});

test('has one session in all tabs', async ({ context, page }) => {
  await page.goto(`${home}#/login`);
  await signIn(page, BOB);
  const other = await context.newPage();
  await other.goto(`${home}#/protected`);
  await expect(other.getByText(PROTECTED_TEXT)).toBeVisible();

  await page.getByRole('banner').getByRole('button', { name: 'Sign out' }).click();
  await expect(other).toHaveURL(`${home}#/login?returnUrl=%2Fprotected`);
});

for (const dialect of ['flask-jwt-extended', 'flask-jwt', 'flask-restful', 'refresh-token']) {
  test(`speaks ${dialect}`, async ({ page }) => {
    await page.goto(home);
    await page.getByLabel('Backend').selectOption(dialect);
    await page.getByRole('button', { name: 'Enter as Ada' }).click();
    await page.getByRole('link', { name: 'Look at your session' }).click();
    await expect(page.getByText('You are signed in.')).toBeVisible();

    await page.reload();
    await page.getByRole('button', { name: 'Send a request with the token' }).click();
    await expect(page.getByTestId('trial-outcome')).toContainText(PROTECTED_TEXT);
  });
}

test('renews an expired token once for a hundred calls', async ({ page }) => {
  await enterLab(page, 'refresh-token');
  await page.getByRole('button', { name: 'Expire the token' }).click();
  await expect(page.getByTestId('server-said')).toContainText('past its time');
  await page.getByRole('radio', { name: '100', exact: true }).check();
  await page.getByRole('button', { name: 'Call the API 100 times at once' }).click();

  await expect(page.getByTestId('burst-outcome')).toContainText('100 answered.');
  await expect(page.getByTestId('burst-outcome')).toContainText('renew the token once');
});

test('shows the token at the backend and none elsewhere', async ({ page }) => {
  await enterLab(page, 'refresh-token');
  await page.getByRole('button', { name: 'Ask the backend' }).click();
  await expect(page.getByTestId('verdict')).toHaveText('The token went along.');
  await expect(page.getByRole('row', { name: 'authorization' })).toContainText('Bearer ••••••••');

  await page.getByRole('button', { name: 'Ask the stranger' }).click();
  await expect(page.getByTestId('verdict').last()).toHaveText('The token stayed home.');
  await expect(page.getByRole('row', { name: 'authorization' })).toHaveCount(1);
  const token = await page.evaluate(() => localStorage.getItem('token.refresh-token'));
  expect(token?.split('.')).toHaveLength(3);
  expect(await page.content()).not.toContain(token);
});

test('ends the session when everything is revoked, and stays on the lab', async ({ page }) => {
  await enterLab(page, 'refresh-token');
  await page.getByRole('button', { name: 'Revoke it' }).click();
  await expect(page.getByTestId('server-said')).toContainText('revoked');
  await page.getByRole('button', { name: 'Call the API 10 times at once' }).click();

  await expect(page.getByTestId('burst-outcome')).toContainText('10 refused.');
  await expect(page.getByText('Nobody', { exact: true })).toBeVisible();
  await expect(page).toHaveURL(`${home}#/lab`);
});

async function signIn(page: Page, account: typeof ADA): Promise<void> {
  await fillForm(page, account);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page).toHaveURL(`${home}#/status`);
  await expect(page.getByTestId('who')).toHaveText(account.email);
}

async function enterLab(page: Page, dialect: string): Promise<void> {
  await page.goto(home);
  await page.getByLabel('Backend').selectOption(dialect);
  await page.getByRole('link', { name: 'Lab', exact: true }).click();
  await page.getByRole('button', { name: 'Enter as Ada' }).click();
  await expect(page.getByTestId('who')).toHaveText(ADA.email);
}

function watch(context: BrowserContext): void {
  context.on('request', (request) => {
    const { origin, pathname, protocol } = new URL(request.url());
    if (protocol !== 'data:') left.push(origin === new URL(home).origin ? pathname : origin);
  });
  context.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  context.on('weberror', (error) => faults.push(error.error().message));
}
