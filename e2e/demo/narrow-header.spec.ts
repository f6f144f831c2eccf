import { signIn } from '../accounts.ts';
import { overflow } from '../overflow.ts';
import { expect, test } from '../test.ts';

// 375 px less a scrollbar that takes room; and the smallest that the demo is made for.
for (const width of [360, 320]) {
  test(`the header shows the whole e-mail address at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 700 });
    await signIn(page);
    const who = page.getByTestId('who');
    await expect(who).toBeVisible();

    const hidden = await who.evaluate((element) => element.scrollWidth - element.clientWidth);
    expect(hidden).toBe(0);
    expect(await overflow(page)).toBe(0);
  });
}
