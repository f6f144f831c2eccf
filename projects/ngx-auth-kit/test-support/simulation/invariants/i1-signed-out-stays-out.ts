import type { World } from '../world';
import { hadFaultSince, wasReplaced } from './story-facts';

/** Within this time a message reaches every page, in milliseconds. */
const NEWS = 3_500;

/**
 * I1: after a sign-out, by the user or for idleness, no page is signed in as that session.
 *
 * Looked at when all is quiet, and once more after every tab was reloaded. With a cookie the backend
 * alone can end the session, so there it applies only if the backend could be reached from the
 * sign-out on. A user who cleared storage or a storage that is full took the library's memory away.
 */
export function signedOutStaysOut(world: World): void {
  const { record, browser, config } = world;
  for (const { sessionId, at, page: from } of record.signOuts) {
    if (config.mode !== 'token' && hadFaultSince(world, at)) continue;
    if (record.covered.has('storage full') || record.clearings.some((moment) => moment >= at))
      continue;
    for (const page of browser.pages) {
      const { status, sessionId: current } = page.belief();
      if (status !== 'authenticated' || current !== sessionId) continue;
      // A tab that loaded while the news was on its way was told nothing, and shares no storage.
      const hasMissed = record.pages.some(
        ({ tab, openedAt }) => tab === page.tab.number && openedAt >= at && openedAt <= at + NEWS,
      );
      // Or it was away, and the page that could have told it is gone by now.
      const isGone = record.pages.some(({ name, closedAt }) => name === from && closedAt !== null);
      const wasAway = isGone && record.covered.has('left for another site');
      if (config.storage === 'session' && page.name !== from && (hasMissed || wasAway)) continue;
      record.violation(
        'I1',
        'signed in again after sign-out',
        `${page.name} is in ${sessionId}, which ${from} signed out of`,
      );
    }
  }
}

/**
 * I1: the backend refuses the credentials of a session that was signed out.
 *
 * Applies if the backend could be reached from the sign-out on, keeps sessions at all, and the page
 * was not closed before it could ask. A logout refused with 401 for an expired token counts against
 * the library if a cookie proves the session, because it may refresh first; tokens are gone by then.
 */
export function backendKnowsOfSignOut(world: World): void {
  const { record, backend, config } = world;
  const { mode, logoutRevokes, logoutNeedsAccess } = config;
  if (!logoutRevokes || (mode === 'token' && logoutNeedsAccess)) return;
  if (record.covered.has('storage full')) return;
  for (const { sessionId, at, page } of record.signOuts) {
    const closedAt = record.pages.find(({ name }) => name === page)?.closedAt ?? null;
    if (hadFaultSince(world, at) || closedAt !== null) continue;
    // A backend that lets the logout, or the refresh that it needs, time out could not be reached.
    const wasGivenUp = world.browser.network.exchanges.some(
      ({ endpoint, end, sentAt }) =>
        (endpoint === 'logout' || endpoint === 'refresh') && end === 'aborted' && sentAt >= at,
    );
    if (wasGivenUp) continue;
    const session = backend.credentials.sessions.get(sessionId);
    if (!session?.isRefreshable(world.scheduler.now) || !config.refresh) continue;
    // Without its cookie the session cannot be named any more; a sign-in that was under way, or of a tab
    // that had not heard of the sign-out, replaces it.
    if (mode !== 'token' && wasReplaced(world, session, at + NEWS)) continue;
    if (record.clearings.some((moment) => moment >= session.signedInAt)) continue;
    record.violation(
      'I1',
      'the backend was not told of a sign-out',
      `${sessionId} is alive at the backend`,
    );
  }
}

/** I1: a sign-in that was under way in the page of a sign-out does not sign in any more. */
export function noSignInOutlivesSignOut({ record, browser }: World): void {
  for (const { page, at, reason, sent } of record.signOuts) {
    for (const { endpoint, page: from, endedAt, answerBody } of browser.network.exchanges.slice(
      0,
      sent,
    )) {
      if (reason !== 'logout' || endpoint !== 'login' || from !== page) continue;
      if ((endedAt ?? Infinity) <= at) continue;
      const { user } = (answerBody ?? {}) as { user?: { sid?: string } };
      if (!user?.sid || browser.pages.every((one) => one.belief().sessionId !== user.sid)) continue;
      record.violation('I1', 'a sign-in outlived a sign-out', `${user.sid} of ${page}`);
    }
  }
}
