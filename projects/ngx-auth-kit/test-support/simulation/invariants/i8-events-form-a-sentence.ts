import type { World } from '../world';

const LETTERS = {
  restored: 'b',
  login: 'b',
  refreshed: 'r',
  idleWarning: 'w',
  logout: 'e',
  expired: 'e',
  refused: 'e',
  idle: 'e',
} as const;

/**
 * `(restored | login) (refreshed | idleWarning)* (logout | expired | refused | idle)`, again and
 * again; the last session may go on. A sign-in over a session ends that one first.
 */
const SENTENCE = /^(b[rw]*e)*(b[rw]*)?$/;

/** I8: the events of each page load form a sentence. */
export function eventsFormASentence({ record }: World): void {
  for (const { name } of record.pages) {
    const types = record.events.filter(({ page }) => page === name).map(({ type }) => type);
    const letters = types.map((type) => LETTERS[type]).join('');
    if (SENTENCE.test(letters)) continue;
    const wrong = types.findIndex((_, index) => !SENTENCE.test(letters.slice(0, index + 1)));
    record.violation(
      'I8',
      `"${types[wrong]}" after "${types[wrong - 1] ?? 'nothing'}"`,
      `${name}: ${types.join(' ')}`,
    );
  }
}
