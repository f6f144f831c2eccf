import type { World } from '../world';

/**
 * I5: whatever the app subscribed to has settled, and no page is still `pending`.
 *
 * Looked at when all is quiet, minutes after the last action and with a backend that answers. Pages
 * that are gone owe nothing. The backend never answers what cannot be used.
 */
export function everythingSettles({ record, browser }: World): void {
  const alive = new Set(browser.pages.map(({ name }) => name));
  for (const { label, page, settledAt, outcome } of record.actions) {
    if (outcome === 'invalid_response') {
      record.violation('I5', 'a good answer was unusable', `${label} in ${page}`);
    }
    if (settledAt !== null || !alive.has(page)) continue;
    record.violation('I5', `${label} never settled`, `in ${page}`);
  }
  for (const page of browser.pages) {
    if (page.belief().status !== 'pending') continue;
    record.violation('I5', 'pending for ever', page.name);
  }
}
