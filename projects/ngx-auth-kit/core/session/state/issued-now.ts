import { SessionTokens } from './session-tokens';

/** Tokens that the server issued just now, and what they tell about its clock. */
export interface IssuedTokens {
  readonly tokens: SessionTokens;
  /** Milliseconds to add to the client's clock to get the server's. */
  readonly offset: number;
}

/** When tokens were issued: at some moment while they were asked for. */
export interface Issue {
  /** By the client's clock, in milliseconds. */
  readonly now: number;
  /** How long the answer was under way, in milliseconds. */
  readonly took: number;
}

/**
 * Compares the `iat` (RFC 7519 §4.1.6) of tokens that were issued just now with the client's clock. An
 * answer may have been under way for long: of the offsets that are possible, the one next to what was
 * known is taken. A lifetime that the answer states may have been counted by either clock: the sooner
 * moment that lies ahead is taken, and none if neither does.
 * @param known The offset to go on with if the token has no `iat`.
 */
export function issuedNow(
  tokens: SessionTokens,
  { now, took }: Issue,
  known: number,
): IssuedTokens {
  const issuedAt = Number(tokens.access.claims?.['iat'] ?? NaN) * 1000;
  const { access, expiresAt } = tokens;
  const least = issuedAt - now;
  const nearest = Math.max(least, Math.min(known, least + took));
  // What has just been granted counts as good, and the backend has the last word.
  const isGood = access.expiresAt === null || access.expiresAt > now + nearest;
  const offset = !Number.isFinite(issuedAt) ? known : isGood ? nearest : least;
  if (expiresAt === null || access.expiresAt !== null) return { tokens, offset };
  const ahead = [expiresAt, expiresAt + offset].filter((moment) => moment > now + offset);
  return {
    tokens: { ...tokens, expiresAt: ahead.length > 0 ? Math.min(...ahead) : null },
    offset,
  };
}
