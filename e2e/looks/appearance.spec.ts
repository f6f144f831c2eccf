import { test } from '../test.ts';
import { inspect } from './inspect.ts';
import { open, PAGES } from './pages.ts';

for (const entry of PAGES) {
  test(`${entry.name} fits, narrow and wide, and axe finds nothing`, async ({ page }) => {
    await open(page, entry);
    await inspect(page, entry.name);
  });
}
