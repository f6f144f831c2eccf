import { Exchange } from '../record/exchange';
import type { World } from '../world';
import { isGivenUpSignOut, isOfSignOut, wasUnlocked } from './story-facts';

/** As long as a copy of a tab asks the others what became of its token, in milliseconds. */
const ASKING = 1_200;
/** A page that signs in before it knew of its session leaves that one without a word. */
const ENDS: ReadonlySet<string> = new Set(['logout', 'refused', 'expired', 'idle', 'login']);

/**
 * I3: no refresh token is sent twice.
 *
 * Does not apply to backends that hand out the same token again. A second time is right if the first
 * came to nothing that its page could know of: the page was closed, the answer was lost, failed
 * (5xx), or was given up after the time-out. Nor can a page see whether a cookie is the one that
 * was refused before, or what became of a copy of its tab, which
 * may have signed in again before the answer. The refresh of a sign-out may come again: it
 * is the end of the session anyway, and must not wait for tabs that hang. Without Web Locks a lock has its time, and a clock that is changed ends it.
 */
export function refreshTokenOnce(world: World): void {
  const { record, browser, config } = world;
  if (config.rotation === 'none') return;
  const { exchanges } = browser.network;
  const isShared = config.mode === 'token' && config.storage === 'local';
  const isSpent = ({ end, status }: Exchange) => end === 'answered' && (isShared || status === 200);
  const sent = exchanges.filter(({ refreshToken }) => refreshToken !== null);
  sent.forEach((second, index) => {
    if (isOfSignOut(second, world)) return;
    const first = sent
      .slice(0, index)
      .find(
        (other) =>
          other.refreshToken === second.refreshToken &&
          (isSpent(other) || (other.endedAt ?? Infinity) > second.sentAt) &&
          !isUnknowable(other, second, world) &&
          !wasUnlocked(other, world) &&
          !isGivenUpSignOut(other, world),
      );
    if (!first) return;
    const where = first.page === second.page ? 'by one page' : 'by two pages';
    record.violation(
      'I3',
      `a refresh token was sent twice ${where}`,
      `${first.refreshToken} by ${first.page} (${first.end}) and ${second.page}`,
    );
  });
}

/**
 * Whether the copies of a tab cannot know of each other: the one that sent the token has left the session
 * by now and took the answer along, or what they tell each other comes late or never.
 */
function isUnknowable(first: Exchange, second: Exchange, { record, config }: World): boolean {
  if (config.mode !== 'token' || config.storage !== 'session') return false;
  const hasAsked = second.sentAt - (first.endedAt ?? Infinity) >= ASKING;
  // A copy that no note tells of the other has nothing to ask.
  const isUnnoted = record.covered.has('storage full');
  const isAway = isUnnoted && record.covered.has('left for another site');
  const isDeaf = config.channel.some((fault) => fault === 'late' || fault === 'drop');
  if (isAway || ((hasAsked || isUnnoted) && isDeaf)) return true;
  return record.events.some(
    ({ page, type, at }) =>
      page === first.page && ENDS.has(type) && at >= first.sentAt && at <= second.sentAt,
  );
}
