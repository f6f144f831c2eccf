import { AuthBackend } from '../../backends/auth-backend';
import { SessionTokens } from '../session-tokens';

/** Whether the means are there to renew a session with these tokens: a token that buys one, or a cookie. */
export function canRenew(
  tokens: SessionTokens | null,
  { session, endpoints: { refresh } }: AuthBackend,
): boolean {
  if (!refresh) return false;
  if (session === 'cookie' || refresh.withCredentials === true) return true;
  return tokens !== null && (tokens.refresh !== null || refresh.token === 'access');
}
