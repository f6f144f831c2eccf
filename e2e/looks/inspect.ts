import { join } from 'node:path';
import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import { overflow } from '../overflow.ts';
import { violations } from './violations.ts';

const FOLDER = join(import.meta.dirname, '../artifacts/screenshots');

interface View {
  readonly name: string;
  readonly width: number;
  readonly colorScheme: 'light' | 'dark';
}

/** One wide and one narrow view, one by night and one by day. */
const VIEWS: readonly View[] = [
  { name: '1280-dark', width: 1280, colorScheme: 'dark' },
  { name: '320-light', width: 320, colorScheme: 'light' },
];
/** What a window of 1280 pixels has left at a zoom of 200 %. */
const ZOOMED = 640;

/**
 * What must hold for whatever is shown, narrow and wide, by light and dark: nothing is wider than the
 * window, and axe finds nothing. Keeps a picture of each view.
 */
export async function inspect(page: Page, name: string): Promise<void> {
  await page.setViewportSize({ width: ZOOMED, height: 400 });
  expect.soft(await overflow(page), `${name}, zoomed: too wide by`).toBe(0);
  for (const view of VIEWS) {
    const { width, colorScheme } = view;
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    expect.soft(await overflow(page), `${name}, ${view.name}: too wide by`).toBe(0);
    expect.soft(await violations(page), `${name}, ${view.name}`).toEqual([]);
    await page.screenshot({
      path: join(FOLDER, `${name}-${view.name}.jpg`),
      fullPage: true,
      quality: 60,
      caret: 'initial',
    });
  }
}
