import { DevMessages } from '../../errors/dev-messages';
import { AuthTokens } from '../auth-tokens';
import { parseAccessToken } from './access-token';
import { whyMalformed } from './why-malformed';

/**
 * Says in dev mode why a token does not count as one.
 * @param what What came of it.
 */
export function explainMalformed(
  messages: DevMessages,
  what: string,
  tokens: AuthTokens | null,
): void {
  const isRefresh = parseAccessToken(tokens?.accessToken) !== null;
  const why = tokens
    ? `the ${isRefresh ? 'refresh' : 'access'} token ${whyMalformed(isRefresh ? tokens.refreshToken : tokens.accessToken)}`
    : 'readTokens of the backend found no token in it';
  messages.warnOnce(`malformed ${what} ${why}`, `${what}: ${why}.`);
}

/** Says in dev mode that a token came too late. */
export function explainExpired(messages: DevMessages): void {
  messages.warnOnce(
    'expired on arrival',
    'a new access token was refused: by its "exp", in seconds since 1970, it has expired already. ' +
      'Compare the clocks of server and client.',
  );
}
