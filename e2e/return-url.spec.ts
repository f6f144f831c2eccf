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

for (const returnUrl of HOSTILE) {
  test(`returnUrl ${JSON.stringify(returnUrl)} leads home`, async ({ page }) => {
    const elsewhere: string[] = [];
    page.on('request', (request) => {
      if (![BACKEND, DEMO].includes(new URL(request.url()).origin)) elsewhere.push(request.url());
    });
    const login = `/login?returnUrl=${encodeURIComponent(returnUrl)}`;

    await page.goto(login);
    await submitLogin(page, ADA);
    await expect(page).toHaveURL('/status');

    // Signed in, the guard reads it instead of the form.
    await page.goto(login);
    await expect(page).toHaveURL('/status');
    expect(elsewhere).toEqual([]);
  });
}

test('of two returnUrls none is followed', async ({ page }) => {
  await signIn(page);
  await page.goto('/login?returnUrl=/protected&returnUrl=//evil.example');

  await expect(page).toHaveURL('/status');
});
