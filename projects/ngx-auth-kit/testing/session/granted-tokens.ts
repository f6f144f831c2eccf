import { AuthBackend, ɵSessionTokens, ɵtoSessionTokens } from 'ngx-auth-kit/core';

/** Opaque, as usable tokens may be. */
const USUAL_TOKEN = 'test-token';

/**
 * The tokens of a session in a test; null where a cookie proves it.
 * @throws where the library would not take the token.
 */
export function grantedTokens(
  token: string | undefined,
  { session }: AuthBackend,
): ɵSessionTokens | null {
  if (session === 'cookie') {
    if (token !== undefined) throw unusable('a token makes no sense with a cookie session');
    return null;
  }
  const tokens = ɵtoSessionTokens({ accessToken: token ?? USUAL_TOKEN });
  if (!tokens) throw unusable('the token is malformed; testToken({ sub: "1" }) makes a good one');
  if (tokens.expiresAt !== null && tokens.expiresAt <= Date.now()) {
    throw unusable('the token has expired; AuthTesting.expire() ends a session as expiry does');
  }
  return tokens;
}

function unusable(why: string): Error {
  return new Error(`ngx-auth-kit/testing: ${why}.`);
}
