import { expect, test } from '../test.ts';

test('the names of choices in the lab stand beside their radio buttons', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto('/lab');
  for (const [name, radio] of [
    ['The server is', 'up'],
    ['It answers', 'at once'],
    ['New tokens live', 'as usual'],
  ] as const) {
    const group = page.getByRole('radiogroup', { name });
    const text = (await group.getByText(name).boundingBox())!;
    const first = (await group.getByRole('radio', { name: radio }).boundingBox())!;
    expect(first.x).toBeGreaterThan(text.x);
    expect(Math.abs(first.y + first.height / 2 - text.y - text.height / 2)).toBeLessThan(8);
    // WebKit lays out a legend by rules of its own; this is how no engine can.
    await expect(group.locator('legend')).toHaveCount(0);
  }
});
