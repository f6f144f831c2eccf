import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from '../test.ts';
import { BOOTSTRAP, MATERIAL, MATERIAL_PREBUILT, readRecipe } from './theme/framework.ts';
import type { Framework } from './theme/framework.ts';
import { violations } from './violations.ts';

/** Parts that the login form does not have, by the classes that the other components give them. */
const OTHER_PARTS = `
  <p class="auth-hint">A hint</p>
  <ul class="auth-rules"><li class="auth-met">A rule that is met</li><li>One that is not</li></ul>
  <p class="auth-success">Something has worked.</p>
  <p class="auth-links"><a class="auth-link" href="#ours">A link</a></p>
  <button class="auth-button auth-quiet" type="button">Try again</button>`;
const FOLDER = join(import.meta.dirname, '../artifacts/theme-recipes');

// The page is this test's own; what the demo's policy guards is tested elsewhere.
test.use({ bypassCSP: true });

for (const framework of [BOOTSTRAP, MATERIAL, MATERIAL_PREBUILT]) {
  for (const [scheme, attributes] of Object.entries(framework.schemes)) {
    test.describe(`${framework.name}, ${scheme}`, () => {
      test.beforeEach(async ({ page }) => openInside(page, framework, attributes));

      for (const { ours, theirs, properties } of framework.alike) {
        test(`${ours} looks like ${theirs}`, async ({ page }) => {
          expect(await styleOf(page, `#ours ${ours}`, properties)).toEqual(
            await styleOf(page, theirs, properties),
          );
        });
      }

      test('is readable, fits 320 px, and so do its errors', async ({ page }) => {
        await looksFine(page, `${framework.name}-${scheme}`);
        await page.getByRole('button', { name: 'Sign in' }).click();
        await expect(page.getByText('Please enter your e-mail.')).toBeVisible();
        await looksFine(page, `${framework.name}-${scheme}-missing`);
        await page.getByLabel('E-mail', { exact: true }).fill('nobody@example.com');
        await page.getByLabel('Password', { exact: true }).fill('wrong');
        await page.getByRole('button', { name: 'Sign in' }).click();
        await expect(page.getByRole('alert')).toBeVisible();
        await looksFine(page, `${framework.name}-${scheme}-refused`);
      });
    });
  }
}

/**
 * The library's login form in a page of the framework: the demo's own look goes, and the framework's
 * comes first, as the styles of an app do; those of components are added later.
 */
async function openInside(
  page: Page,
  framework: Framework,
  attributes: Readonly<Record<string, string>>,
): Promise<void> {
  await page.goto('/login');
  await expect(page.locator('auth-login form')).toBeVisible();
  const sheets = [framework.css, readRecipe(framework)];
  await page.evaluate(
    ({ sheets, attributes, html, parts }) => {
      document.querySelectorAll('link[rel=stylesheet]').forEach((link) => link.remove());
      for (const css of sheets.reverse()) {
        const style = document.createElement('style');
        style.textContent = css;
        document.head.prepend(style);
      }
      for (const [name, value] of Object.entries(attributes)) {
        document.documentElement.setAttribute(name, value);
      }
      const form = document.querySelector('auth-login')!;
      document.body.replaceChildren(
        ...new DOMParser().parseFromString(html, 'text/html').querySelectorAll('style, main'),
      );
      document.querySelector('#ours')!.append(form);
      form.querySelector('.auth-frame')!.insertAdjacentHTML('beforeend', parts);
    },
    { sheets, attributes, html: framework.page, parts: OTHER_PARTS },
  );
}

function styleOf(
  page: Page,
  selector: string,
  properties: readonly string[],
): Promise<Record<string, string>> {
  return page
    .locator(selector)
    .first()
    .evaluate((element, names) => {
      const style = getComputedStyle(element);
      const values = names.map((name) => [name, style.getPropertyValue(name)]);
      return Object.fromEntries([...values, ['as high as', element.clientHeight]]);
    }, properties);
}

/** Keeps a picture of each width, too. */
async function looksFine(page: Page, name: string): Promise<void> {
  expect.soft(await violations(page), name).toEqual([]);
  for (const width of [320, 800]) {
    await page.setViewportSize({ width, height: 700 });
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect.soft(overflow, `${name}, ${width} px`).toBe(0);
    await page.screenshot({ path: join(FOLDER, `${name}-${width}.png`), fullPage: true });
  }
}
