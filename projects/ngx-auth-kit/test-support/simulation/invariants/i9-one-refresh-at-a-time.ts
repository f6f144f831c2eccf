import type { World } from '../world';
import {
  isGivenUpSignOut,
  isOfSignOut,
  refreshesBySession,
  signInAnsweredAt,
  wasUnlocked,
} from './story-facts';

/** After a failure a page waits this long, in milliseconds; less what its timers may be early. */
const BACK_OFF = 10_000 - 50;

/** Within this time every page has heard of a sign-in, in milliseconds. */
const NEWS = 3_500;

/**
 * I9: of one session there is at most one refresh at a time, in all tabs together, and a page whose
 * refresh failed waits ten seconds with the next.
 *
 * A page load knows nothing of the failures before it. A clock that is changed in those ten seconds
 * may shorten them. Pages without a storage in common do not know of each other's
 * failures, nor does a page that
 * has not heard of a sign-in yet know whose refresh failed. A sign-out whose logout was refused refreshes at once, and does not wait for tabs that hang.
 */
export function oneRefreshAtATime(world: World): void {
  const { record, browser } = world;
  const changedAt = browser.clock.changedAt ?? -Infinity;
  for (const refreshes of refreshesBySession(world)) {
    refreshes.forEach((second, index) => {
      for (const first of refreshes.slice(0, index)) {
        const endedAt = first.endedAt ?? Infinity;
        if (isOfSignOut(second, world)) continue;
        const isExclusive = !wasUnlocked(first, world) && !isGivenUpSignOut(first, world);
        if (endedAt > second.sentAt && isExclusive) {
          const where = first.page === second.page ? 'in one page' : 'in two pages';
          record.violation(
            'I9',
            `two refreshes at a time ${where}`,
            `${first.page}, ${second.page}`,
          );
        }
        const isFailure = first.end === 'failed' || first.end === 'lost';
        const waited = second.sentAt - endedAt;
        const id = world.backend.credentials.sessionOf(first.refreshToken)?.id;
        const heardAt = signInAnsweredAt(world, id) + NEWS;
        const isKnown =
          first.sentAt >= heardAt && (first.page === second.page || knowsOfOthers(world));
        // The note of a failure goes with the session.
        const isOver = record.signOuts.some(
          ({ sessionId, at }) => sessionId === id && at >= endedAt,
        );
        if (!isFailure || !isKnown || isOver || changedAt >= endedAt) continue;
        if (waited < 0 || waited >= BACK_OFF) continue;
        record.violation(
          'I9',
          'a refresh too soon after a failure',
          `${second.page}: ${waited} ms`,
        );
      }
    });
  }
}

function knowsOfOthers({ config, record }: World): boolean {
  const isShared = config.storage === 'local' || config.mode !== 'token';
  return isShared && record.clearings.length === 0 && !record.covered.has('storage full');
}
