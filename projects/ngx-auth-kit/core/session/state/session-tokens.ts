import { AuthTokens } from '../auth-tokens';
import { AccessToken, parseAccessToken } from './access-token';

/** The tokens of a session once they are known to be well formed. */
export interface SessionTokens {
  readonly access: AccessToken;
  readonly refresh: string | null;
  /** When the access token expires by the server's clock, in milliseconds; null if unknown. */
  readonly expiresAt: number | null;
}

/** Checks tokens of any origin; null if one is malformed. */
export function toSessionTokens(tokens: AuthTokens | null): SessionTokens | null {
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
  };
}
