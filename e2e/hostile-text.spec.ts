import { fillForm, GRACE, signIn } from './accounts.ts';
import { overflow } from './overflow.ts';
import { expect, test } from './test.ts';

const TEXTS: Readonly<Record<string, string>> = {
  markup: '<img src=x onerror="document.title=1"><script>document.title=2</script><b>bold</b>',
  'a link and an entity': '<a href="javascript:document.title=3">click</a> &lt;i&gt; {{ 7 * 7 }}',
  'a word of 10,000 characters': 'w'.repeat(10_000),
  'emoji and combining marks': '🏳️‍🌈👩🏽‍🚀 e\u0301\u0323 '.repeat(20),
  'Arabic and Hebrew among Latin': 'Konto الحساب موجود بالفعل (חשבון) exists',
  'an override of the direction': 'abc \u202Egnihsihp\u202C def',
};

test('what the server says is shown as the text that it is, and fits', async ({
  page,
  backend,
}) => {
  await page.setViewportSize({ width: 320, height: 800 });
  await page.goto('/register');
  await fillForm(page, GRACE);
  const title = await page.title();
  for (const [name, message] of Object.entries(TEXTS)) {
    await test.step(name, async () => {
      await backend.answerNext('register', { status: 202, body: { status: 'fail', message } });
      await page.getByRole('button', { name: 'Create account' }).click();
      const alert = page.getByRole('alert');
      await expect(alert).toHaveText(message.trim());
      await expect(alert.locator('*')).toHaveCount(0);
      expect(await overflow(page)).toBe(0);
    });
  }
  expect(await page.title()).toBe(title);
});

test('a user of that name is shown as text, and fits', async ({ page, backend }) => {
  await page.setViewportSize({ width: 320, height: 800 });
  await signIn(page);
  for (const [name, email] of Object.entries(TEXTS)) {
    await test.step(name, async () => {
      const data = { user_id: 1, email, admin: false, registered_on: 'today' };
      // The menu in the header asks, and the status page.
      for (let asked = 0; asked < 2; asked++) {
        await backend.answerNext('status', { status: 200, body: { status: 'success', data } });
      }
      await page.reload();
      const shown = page.locator('auth-status dd', { hasText: email.trim().slice(0, 40) });
      await expect(shown).toHaveText(email.trim());
      await expect(shown.locator('*')).toHaveCount(0);
      expect(await overflow(page)).toBe(0);
    });
  }
});

test('what is typed may be anything, and is sent as it is', async ({ page }) => {
  await page.goto('/register');
  // Rules ask for letters of both cases and a digit.
  const password = `Aa1 ${TEXTS['markup']}${TEXTS['emoji and combining marks']}`;
  const account = { email: '<b>&amp;@example.com', password };
  await fillForm(page, account);
  await page.getByRole('button', { name: 'Create account' }).click();
  await expect(page.getByTestId('who')).toHaveText(account.email);

  await page.getByRole('banner').getByRole('button', { name: 'Sign out' }).click();
  await fillForm(page, account);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page).toHaveURL('/status');
});
