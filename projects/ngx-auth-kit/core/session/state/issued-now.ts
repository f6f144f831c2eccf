import { SessionTokens } from './session-tokens';

/** Tokens that the server issued just now, and what they tell about its clock. */
export interface IssuedTokens {
  readonly tokens: SessionTokens;
  /** Milliseconds to add to the client's clock to get the server's. */
  readonly offset: number;
}

/**
 * Compares the `iat` (RFC 7519 §4.1.6) of tokens that were issued just now with the client's clock.
 * A lifetime that the answer states may have been counted by either clock: the sooner moment that
 * lies ahead is taken, and none if neither does.
 * @param now By the client's clock, in milliseconds.
 * @param known The offset to go on with if the token has no `iat`.
 */
export function issuedNow(tokens: SessionTokens, now: number, known: number): IssuedTokens {
  const issuedAt = Number(tokens.access.claims?.['iat'] ?? NaN) * 1000;
  const offset = Number.isFinite(issuedAt) ? issuedAt - now : known;
  const { access, expiresAt } = tokens;
  if (expiresAt === null || access.expiresAt !== null) return { tokens, offset };
  const ahead = [expiresAt, expiresAt + offset].filter((moment) => moment > now + offset);
  return {
    tokens: { ...tokens, expiresAt: ahead.length > 0 ? Math.min(...ahead) : null },
    offset,
  };
}
