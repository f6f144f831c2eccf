import type { Page } from '@playwright/test';
import { ADA, submitLogin } from '../accounts.ts';
import { expect, test } from '../test.ts';
import { inspect } from './inspect.ts';

interface Language {
  readonly code: string;
  readonly dir: 'ltr' | 'rtl';
  readonly refused: string;
  readonly mismatch: string;
}

const LANGUAGES: readonly Language[] = [
  {
    code: 'de',
    dir: 'ltr',
    refused: 'Die Anmeldedaten sind nicht korrekt.',
    mismatch: 'Die beiden Passwörter stimmen nicht überein.',
  },
  {
    code: 'es',
    dir: 'ltr',
    refused: 'Los datos de acceso no son correctos.',
    mismatch: 'Las dos contraseñas no coinciden.',
  },
  {
    code: 'fr',
    dir: 'ltr',
    refused: 'Les informations de connexion sont incorrectes.',
    mismatch: 'Les deux mots de passe ne sont pas identiques.',
  },
  {
    code: 'zh',
    dir: 'ltr',
    refused: '登录信息不正确。',
    mismatch: '两次输入的密码不一致。',
  },
  {
    code: 'ar',
    dir: 'rtl',
    refused: 'بيانات تسجيل الدخول غير صحيحة.',
    mismatch: 'كلمتا المرور غير متطابقتين.',
  },
  {
    code: 'en',
    dir: 'ltr',
    refused: 'The sign-in details are not correct.',
    mismatch: 'The two passwords are not the same.',
  },
];

test('an error that is shown changes its language with the form, and what was typed stays', async ({
  page,
}) => {
  await page.goto('/login');
  await submitLogin(page, { ...ADA, password: 'wrong' });
  const form = page.locator('auth-login .auth-frame');
  for (const { code, dir, refused } of LANGUAGES) {
    await choose(page, code);
    await expect(page.getByRole('alert')).toHaveText(refused);
    await expect(form).toHaveAttribute('lang', new RegExp(`^${code}`));
    await expect(form).toHaveCSS('direction', dir);
    await expect(form.locator('[name=email]')).toHaveValue(ADA.email);
    await expect(form.locator('[name=password]')).toHaveValue('wrong');
    await inspect(page, `login-refused-${code}`);
  }
});

test('the longest form fits in every language', async ({ page }) => {
  await page.goto('/register');
  await page.getByLabel('Password', { exact: true }).fill('short1');
  await page.getByLabel('Repeat password').fill('other');
  await page.getByRole('button', { name: 'Create account' }).click();
  for (const { code, mismatch } of LANGUAGES) {
    await choose(page, code);
    await expect(page.locator('auth-register')).toContainText(mismatch);
    await inspect(page, `register-invalid-${code}`);
  }
});

async function choose(page: Page, language: string): Promise<void> {
  await page.getByRole('button', { name: 'Theme and language' }).click();
  await page.getByLabel('Language of the forms').selectOption(language);
  await page.keyboard.press('Escape');
}
