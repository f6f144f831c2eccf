import { refreshesBySession } from '../invariants/story-facts';
import type { World } from '../world';

/** Notes what the story came across, so that a run can tell which invariants it put to the test. */
export function noteCoverage(world: World): void {
  const { record, browser, backend, config } = world;
  const { exchanges } = browser.network;
  const note = (what: string, happened: boolean) => happened && record.covered.add(what);
  const refreshes = refreshesBySession(world);
  note('I1 a sign-out', record.signOuts.length > 0);
  note(
    'I2 a request with credentials',
    exchanges.some((one) => one.requestId && one.accessToken),
  );
  note('I3 a refresh token used', refreshes.length > 0 && config.rotation !== 'none');
  note('I4 a session ended', record.covered.has('session ended'));
  note('I5 something to settle', record.actions.length > 0);
  note(
    'I6 an ended session',
    record.events.some(({ type }) => /logout|refused|expired|idle$/.test(type)),
  );
  note('I7 an idle limit', config.idleAfter !== null && backend.credentials.sessions.size > 0);
  note(
    'I8 a warning',
    record.events.some(({ type }) => type === 'idleWarning'),
  );
  note('I8 events', record.events.length > 0);
  note(
    'I9 two refreshes',
    refreshes.some((one) => one.length > 1),
  );
  note('a lock was waited for', browser.locks.waits > 0);
  note('a refresh without its answer', exchanges.some(isLostRefresh));
  note('a request was repeated', hasRepeated(exchanges.map(({ requestId }) => requestId)));
  note(
    'reuse was detected',
    [...backend.credentials.sessions.values()].some(({ death }) => death === 'reuse'),
  );
  note('two sessions', backend.credentials.sessions.size > 1);
  note(
    'several tabs in one session',
    record.events.some(({ fromThisTab }) => !fromThisTab),
  );
}

function isLostRefresh({
  endpoint,
  processedAt,
  end,
}: World['browser']['network']['exchanges'][number]) {
  return endpoint === 'refresh' && processedAt !== null && end !== 'answered' && end !== 'open';
}

function hasRepeated(ids: readonly (string | null)[]): boolean {
  const known = ids.filter((id) => id !== null);
  return new Set(known).size < known.length;
}
