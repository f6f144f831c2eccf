import { AccessToken, parseAccessToken } from './access-token';
import { AuthTokens } from './auth-tokens';

/** The tokens of a session once they are known to be well formed. */
export interface SessionTokens {
  readonly access: AccessToken;
  readonly refresh: string | null;
  /** When the access token expires, in milliseconds since 1970; null where unknown. */
  readonly expiresAt: number | null;
  /** Stays the same while the tokens are renewed; null where they cannot be. */
  readonly sessionId: string | null;
}

/**
 * Checks tokens of any origin; null where one is malformed.
 * @param sessionId Of the session that they continue, where it has one.
 */
export function toSessionTokens(
  tokens: AuthTokens | null,
  sessionId: string | null = null,
): SessionTokens | null {
  const access = parseAccessToken(tokens?.accessToken);
  if (!tokens || !access) return null;
  const refresh = tokens.refreshToken ?? null;
  if (refresh !== null && !parseAccessToken(refresh)) return null;
  const stated = tokens.expiresAt instanceof Date ? tokens.expiresAt.getTime() : NaN;
  return {
    access,
    refresh,
    // A JWT's own `exp` counts; what the answer states serves opaque tokens.
    expiresAt: access.expiresAt ?? (Number.isFinite(stated) ? stated : null),
    sessionId,
  };
}

/** Whether both are of one session, which keeps its id while its tokens are renewed. */
export function isSameSession(one: SessionTokens, other: SessionTokens): boolean {
  return one.sessionId === null
    ? one.access.value === other.access.value
    : one.sessionId === other.sessionId;
}
