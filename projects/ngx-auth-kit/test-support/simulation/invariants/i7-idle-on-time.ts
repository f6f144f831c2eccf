import type { World } from '../world';
import { signInAnsweredAt, wasReplaced } from './story-facts';

/** Activity is noted to the second, and a check may wait for a page to wake; in milliseconds. */
const EARLY = 1_500;
const LATE = 15_000;

/**
 * I7: idle sign-out comes at its time by the real clock, however the page got its session.
 *
 * Activity is a sign-in, or a touch in any page of the session; with tokens in memory no page knows
 * of others, so there a page load counts as well. Too early is right only if the browser's clock was
 * changed since. Too late, looked at when all is quiet, is right only if the clock was changed and
 * the page loaded after that, or no storage takes the note: then nobody can know. A page that slept or was left notices later.
 */
export function idleOnTime(world: World): void {
  const { record, config, scheduler, browser, backend } = world;
  if (config.idleAfter === null) return;
  const limit = config.idleAfter * 1000;
  const changedAt = browser.clock.changedAt ?? -Infinity;
  for (const { sessionId, at, reason } of record.signOuts) {
    const since = lastActivity(world, sessionId, at);
    // What no storage takes, no other tab learns; nor does a page that is away while a copy of its tab,
    // with which it has no storage in common, is touched.
    const wasAway = record.covered.has('left for another site');
    const isDeaf = config.channel.some((fault) => fault === 'drop' || fault === 'late');
    const isUntold = config.storage === 'session' && (wasAway || isDeaf);
    if (record.covered.has('storage full') || isUntold) continue;
    // Another tab signed in meanwhile, and took the note of the last activity over.
    const session = backend.credentials.sessions.get(sessionId);
    if (wasAway && session && wasReplaced(world, session)) continue;
    // It was over elsewhere, and the note of the last activity was gone with it.
    const first = record.signOuts.find((one) => one.sessionId === sessionId);
    if (first?.reason === 'logout' || wasOver(world, sessionId, at)) continue;
    if (reason !== 'idle' || changedAt >= since || at - since >= limit - EARLY) continue;
    record.violation('I7', 'signed out for idleness too early', `after ${at - since} ms`);
  }
  signedOutInTime(world, limit);
  for (const page of browser.pages) {
    const { status, sessionId } = page.belief();
    if (status !== 'authenticated' || sessionId === null) continue;
    const openedAt = record.pages.find(({ name }) => name === page.name)?.openedAt ?? 0;
    let since = lastActivity(world, sessionId, scheduler.now);
    if (config.storage === 'memory') since = Math.max(since, openedAt);
    if (scheduler.now - since <= limit + LATE) continue;
    const isUnnoted = record.covered.has('storage full');
    if (changedAt >= since && (openedAt >= changedAt || isUnnoted)) continue;
    record.violation(
      'I7',
      'not signed out for idleness',
      `${page.name} is idle for ${scheduler.now - since} ms`,
    );
  }
}

function signedOutInTime(world: World, limit: number): void {
  const { record, browser, config } = world;
  const wasAway = record.covered.has('sleep') || record.covered.has('left for another site');
  const isAlone = config.storage === 'memory' || record.covered.has('storage full');
  if (wasAway || isAlone || browser.clock.changedAt !== null || record.clearings.length > 0) return;
  for (const { sessionId, at, reason, page } of record.signOuts) {
    const idle = at - lastActivity(world, sessionId, at);
    const openedAt = record.pages.find(({ name }) => name === page)?.openedAt ?? 0;
    if (reason !== 'idle' || idle <= limit + LATE || at - openedAt <= LATE) continue;
    if (wasOver(world, sessionId, at)) continue;
    record.violation('I7', 'signed out for idleness too late', `after ${idle} ms`);
  }
}

/** Whether a page took it for over before, with which the note of the last activity was gone. */
function wasOver({ record }: World, sessionId: string, until: number): boolean {
  return record.events.some(
    ({ type, at, before }) =>
      (type === 'refused' || type === 'expired') && before.sessionId === sessionId && at < until,
  );
}

/** When somebody was active last in a session, before a moment. */
export function lastActivity(world: World, sessionId: string, until: number): number {
  const { record, backend } = world;
  const signedInAt =
    signInAnsweredAt(world, sessionId) ||
    (backend.credentials.sessions.get(sessionId)?.signedInAt ?? 0);
  const touches = record.touches.filter(
    (touch) => touch.sessionId === sessionId && touch.at <= until,
  );
  return Math.max(signedInAt, ...touches.map(({ at }) => at));
}
