import { Page } from '../browser/page';
import type { World } from '../world';
import { lastActivity } from './i7-idle-on-time';
import { wasReplaced } from './story-facts';

/** How a session ended in a page: with an event, or without a word. */
export type EndingWay = 'logout' | 'refused' | 'expired' | 'idle' | 'silence';

/** Within this time a message reaches every page, in milliseconds. */
const NEWS = 3_500;

/** Two clocks that are the same may differ by this in an answer, in milliseconds. */
const TOLERANCE = 1_500;

/**
 * I4, judged at the moment when a session ends in a page: the reason that the world gave, or null if
 * it gave none.
 */
export function judgeEnd(world: World, page: Page, how: EndingWay, id: string): string | null {
  const { record, scheduler, config, backend, browser } = world;
  const session = backend.credentials.sessions.get(id);
  if (!session) return 'unknown to the backend';
  if (record.signOuts.some(({ sessionId }) => sessionId === id)) return 'signed out';
  // It follows another page, whose end was judged.
  if (how !== 'refused' && hasEndedIn(world, page, id)) return 'ended in another page';
  // Whether the moment was right is the business of I7.
  if (how === 'idle') return 'idle';
  if (!session.isRefreshable(scheduler.now)) return 'over at the backend';
  if (record.clearings.some((at) => at >= session.signedInAt)) return 'the user cleared storage';
  if (page.tab.isDuplicate && config.storage === 'session') return 'a duplicate gave way';
  const { sessionId } = page.belief();
  if (sessionId !== null && sessionId !== id) return 'the page is in another session';
  if (isReplaced(world, page, id)) return 'somebody else signed in';
  // That later session may be over by now, and what was stored of it gone.
  const isShared = config.storage === 'local' || config.mode !== 'token';
  // A sign-out in a tab that had not heard of this session removes what is stored of it.
  const isSignedOut = record.signOuts.some(
    ({ at, page: other }) =>
      at >= session.signedInAt && other !== page.name && isNews(world, page, at),
  );
  if (how !== 'refused' && isShared && isSignedOut) return 'signed out in another tab';
  if (how !== 'refused' && isShared && wasReplaced(world, session)) return 'a later sign-in';
  const { lastAccess } = session;
  const expiresAt = lastAccess?.expiresAt ?? null;
  const hasExpired = expiresAt !== null && expiresAt - TOLERANCE <= scheduler.now;
  // Nothing refreshes it, so it lasts as long as its access token.
  if (!config.refresh && hasExpired) return 'expired';
  const isClosed = browser.network.exchanges.some(
    ({ endpoint, page: name }) => endpoint === 'closed' && name === page.name,
  );
  // Without a refresh, the one answer is all there is to go by.
  if (!config.refresh && how === 'refused' && isClosed) return 'refused';
  // Without a refresh, a clock that was changed in mid-run cannot be told from time that passed.
  if (!config.refresh && how !== 'refused' && browser.clock.changedAt !== null) return 'clock';
  // A token that was over when it came, and whose answer looks like a clock that is behind.
  const isOverdue = browser.network.exchanges.some(
    ({ endpoint, end, sentAt, endedAt, page: name }) =>
      endpoint === 'refresh' &&
      end === 'answered' &&
      name === page.name &&
      (endedAt ?? 0) - sentAt >= config.accessLifetime * 1000 - TOLERANCE,
  );
  if (how === 'refused' && isOverdue) return 'expired on the way';
  const isMemory = config.storage === 'memory' && config.mode === 'token';
  // A page that loads cannot tell a clock that was changed from a user who was away.
  const { changedAt } = browser.clock;
  const activeAt = lastActivity(world, id, scheduler.now);
  const isUntold = changedAt !== null && changedAt >= activeAt;
  if (how !== 'refused' && config.idleAfter !== null && isUntold) return 'idle';
  const idle = scheduler.now - activeAt;
  // A page that loads finds out before it says anything.
  const limit = (config.idleAfter ?? Infinity) * 1000 - TOLERANCE;
  if (how === 'silence' && idle >= limit) return 'idle';
  if (how === 'silence' && isMemory) return 'kept nowhere';
  // A tab that cannot store the session goes on alone, with a refresh token that the others lack.
  const isUnnoted = record.covered.has('storage full');
  if (how !== 'refused' && isUnnoted) return 'kept nowhere';
  // Without a note, two sign-ins of one user with a cookie look like one session.
  if (config.mode === 'cookie' && isUnnoted && backend.credentials.sessions.size > 1) {
    return 'kept nowhere';
  }
  return null;
}

/** Whether a page may have heard of it just now only: a page that was away hears when it is back. */
function isNews({ scheduler, record }: World, page: Page, at: number): boolean {
  const openedAt = record.pages.find(({ name }) => name === page.name)?.openedAt ?? 0;
  const wasAway = record.covered.has('sleep') || record.covered.has('left for another site');
  return wasAway || openedAt >= at || scheduler.now - at <= NEWS;
}

/** Whether another page told of its end, and did not follow itself. */
function hasEndedIn({ record }: World, page: Page, id: string): boolean {
  return record.events.some(
    ({ type, fromThisTab, page: other, before }) =>
      (type === 'refused' || type === 'expired' || type === 'idle') &&
      fromThisTab &&
      other !== page.name &&
      // A page that has just learned of the session may not know more of it than that.
      (before.sessionId === id || before.sessionId === null),
  );
}

/** What the tab has for the session now belongs to another one, or is gone with that one's sign-out. */
function isReplaced({ config, backend, browser }: World, page: Page, id: string): boolean {
  const { credentials } = backend;
  if (config.mode !== 'token') {
    const { refresh, access } = browser.jar.cookies;
    const accessOf = credentials.sessionOf(access)?.id;
    if (!config.refresh) return accessOf !== id;
    // An answer that came late may have set one of the two.
    return credentials.sessionOf(refresh)?.id !== id || (accessOf ?? id) !== id;
  }
  const area = config.storage === 'session' ? page.tab.sessionStorage : browser.localStorage;
  const others = credentials
    .credentialsIn([...area.values.values()].join('\n'))
    .filter(({ sessionId }) => sessionId !== id);
  return others.length > 0;
}
