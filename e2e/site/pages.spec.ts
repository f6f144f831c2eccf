import { violations } from '../looks/violations.ts';
import { overflow } from '../overflow.ts';
import { deadLinks } from './dead-links.ts';
import { SITE_PAGES } from './site-pages.ts';
import { expect, test } from './test.ts';

test('there are guides, an API reference and a demo', () => {
  expect(SITE_PAGES.length).toBeGreaterThan(100);
  expect(SITE_PAGES).toEqual(
    expect.arrayContaining([
      'index.html',
      'search.html',
      'guides/quick-start.html',
      'api/classes/ngx-auth-kit.AuthService.html',
      'demo/index.html',
    ]),
  );
});

for (const path of SITE_PAGES) {
  test(`${path}: axe finds nothing, it fits 320 px, and its links lead somewhere`, async ({
    hosted,
    page,
  }) => {
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    await page.goto(`${hosted}/${path}`);
    await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
    expect.soft(await violations(page), 'wide, light').toEqual([]);

    await page.setViewportSize({ width: 320, height: 800 });
    await page.emulateMedia({ colorScheme: 'dark' });
    expect.soft(await overflow(page), 'too wide by').toBe(0);
    expect.soft(await violations(page), 'narrow, dark').toEqual([]);

    const links = await page
      .locator('a[href]')
      .evaluateAll((elements) => elements.map((element) => (element as HTMLAnchorElement).href));
    expect(deadLinks(links, hosted)).toEqual([]);
  });
}
