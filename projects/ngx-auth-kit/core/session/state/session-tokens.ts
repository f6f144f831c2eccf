import { AuthTokens } from '../auth-tokens';
import { AccessToken, parseAccessToken } from './access-token';

/** The tokens of a session once they are known to be well formed. */
export interface SessionTokens {
  readonly access: AccessToken;
  readonly refresh: string | null;
  /** When the access token expires by the server's clock, in milliseconds; null if unknown. */
  readonly expiresAt: number | null;
}

/**
 * Checks tokens of any origin; null if one is malformed.
 * @param scheme What may stand before them, as in the header (`Bearer x`). Default: nothing.
 */
export function toSessionTokens(tokens: AuthTokens | null, scheme = ''): SessionTokens | null {
  const access = parseAccessToken(withoutScheme(tokens?.accessToken, scheme));
  if (!tokens || !access) return null;
  const refresh = withoutScheme(tokens.refreshToken ?? null, scheme);
  if (refresh !== null && !parseAccessToken(refresh)) return null;
  const stated = tokens.expiresAt instanceof Date ? tokens.expiresAt.getTime() : NaN;
  return {
    access,
    refresh,
    // A JWT's own `exp` counts; what the answer states serves opaque tokens.
    expiresAt: access.expiresAt ?? (Number.isFinite(stated) ? stated : null),
  };
}

function withoutScheme<T>(token: T, scheme: string): T | string {
  const start = `${scheme} `;
  const has = typeof token === 'string' && token.toLowerCase().startsWith(start.toLowerCase());
  return scheme && has ? token.slice(start.length).trimStart() : token;
}
