import { Exchange } from '../record/exchange';
import { ServerSession } from '../server/server-session';
import type { World } from '../world';

/** The refresh calls of one session, in the order in which they were sent. */
export function refreshesBySession({ browser, backend }: World): Exchange[][] {
  const bySession = new Map<string, Exchange[]>();
  for (const exchange of browser.network.exchanges) {
    const id = backend.credentials.find(exchange.refreshToken)?.sessionId;
    if (exchange.endpoint !== 'refresh' || id === undefined) continue;
    bySession.set(id, [...(bySession.get(id) ?? []), exchange]);
  }
  return [...bySession.values()];
}

/** Whether the world kept an answer from coming at or after this moment. */
export function hadFaultSince({ browser }: World, moment: number): boolean {
  const { lastFaultAt } = browser.network;
  return lastFaultAt !== null && lastFaultAt >= moment;
}

/** Whether a refresh belongs to a sign-out, whose logout was refused or given up for the lack of it. */
export function isOfSignOut({ page, sentAt }: Exchange, { browser }: World): boolean {
  return browser.network.exchanges.some(
    (other) => other.endpoint === 'logout' && other.page === page && other.endedAt === sentAt,
  );
}

/** Whether a sign-out waited in vain for other tabs, refreshed without them, and got no answer either. */
export function isGivenUpSignOut(refresh: Exchange, world: World): boolean {
  return refresh.end === 'aborted' && isOfSignOut(refresh, world);
}

/** Whether a page of the same browser got its sign-in later, in a call that was sent before a moment. */
export function wasReplaced(
  { browser }: World,
  { id, signedInAt }: ServerSession,
  until = Infinity,
): boolean {
  return browser.network.exchanges.some(({ endpoint, end, sentAt, endedAt, answerBody }) => {
    if (endpoint !== 'login' || end !== 'answered' || sentAt > until) return false;
    const { user } = (answerBody ?? {}) as { user?: { sid?: string } };
    return user?.sid !== undefined && user.sid !== id && (endedAt ?? 0) >= signedInAt;
  });
}

/** To take a lock without Web Locks takes so long, in milliseconds. */
const LOCKING = 500;

/**
 * Whether the clock was changed, or the device slept, under a lock with a time: only without Web Locks
 * locks have one. The holder's time-out counts the time awake.
 */
export function wasUnlocked({ sentAt }: Exchange, { config, browser }: World): boolean {
  const { changedAt, sleptAt } = browser.clock;
  return (
    !config.locks && Math.max(changedAt ?? -Infinity, sleptAt ?? -Infinity) >= sentAt - LOCKING
  );
}

/** When the page that signed in got to know of the session; 0 if it never did. */
export function signInAnsweredAt({ browser }: World, sessionId: string | undefined): number {
  const login = browser.network.exchanges.find(
    ({ endpoint, answerBody }) =>
      endpoint === 'login' &&
      (answerBody as { user?: { sid?: string } } | null)?.user?.sid === sessionId,
  );
  return login?.endedAt ?? 0;
}
