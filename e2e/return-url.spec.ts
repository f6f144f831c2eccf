import { ADA, signIn, submitLogin } from './accounts.ts';
import { BACKEND, DEMO } from './origins.ts';
import { expect, test } from './test.ts';

const HOSTILE = [
  '//evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  '///evil.example',
  '/%2Fevil.example',
  '/%5Cevil.example',
  '/./%2e/..//evil.example',
  'https://evil.example',
  'https:evil.example',
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  '/\t/evil.example',
  'evil.example',
  '/login?returnUrl=/login',
];

const loginTo = (returnUrl: string) => `/login?returnUrl=${encodeURIComponent(returnUrl)}`;

let elsewhere: string[];

test.beforeEach(({ page }) => {
  elsewhere = [];
  page.on('request', (request) => {
    if (![BACKEND, DEMO].includes(new URL(request.url()).origin)) elsewhere.push(request.url());
  });
});

test('a hostile returnUrl leads whoever signs in home', async ({ page }) => {
  for (const returnUrl of HOSTILE) {
    await test.step(returnUrl, async () => {
      await page.goto(loginTo(returnUrl));
      await submitLogin(page, ADA);
      await expect(page).toHaveURL('/status');
      await page.evaluate(() => localStorage.clear());
    });
  }
  expect(elsewhere).toEqual([]);
});

test('a hostile returnUrl leads whoever is signed in home', async ({ page }) => {
  await signIn(page);
  for (const returnUrl of HOSTILE) {
    await test.step(returnUrl, async () => {
      await page.goto(loginTo(returnUrl));
      await expect(page).toHaveURL('/status');
    });
  }
  expect(elsewhere).toEqual([]);
});

test('of two returnUrls none is followed', async ({ page }) => {
  await signIn(page);
  await page.goto('/login?returnUrl=/protected&returnUrl=//evil.example');

  await expect(page).toHaveURL('/status');
});
