import type { World } from '../world';
import { PASSWORD } from '../server/credentials';

/**
 * I6: no storage holds a token of a session that no page is in, nor a password.
 *
 * Looked at when all is quiet. A storage that threw may keep what could not be removed.
 */
export function nothingAtRest({ record, browser, backend }: World): void {
  if (record.covered.has('storage full')) return;
  const current = new Set(browser.pages.map((page) => page.belief().sessionId));
  const areas = [browser.localStorage, ...browser.tabs.map((tab) => tab.sessionStorage)];
  for (const { values } of areas) {
    const text = [...values.values()].join('\n');
    if (text.includes(PASSWORD)) record.violation('I6', 'a password is stored', '');
    for (const { sessionId, kind } of backend.credentials.credentialsIn(text)) {
      if (current.has(sessionId)) continue;
      record.violation('I6', `a token of an ended session is stored`, `${kind} of ${sessionId}`);
    }
  }
}
