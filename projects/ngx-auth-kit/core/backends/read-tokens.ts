import { HttpResponse } from '@angular/common/http';
import { AuthTokens } from '../session/auth-tokens';
import { property, textProperty } from './property';

const ACCESS_TOKEN_NAMES = ['auth_token', 'access_token', 'accessToken', 'token', 'jwt', 'key'];
const REFRESH_TOKEN_NAMES = ['refresh_token', 'refreshToken'];

/** Names under which answers carry tokens. */
export const TOKEN_NAMES: readonly string[] = [...ACCESS_TOKEN_NAMES, ...REFRESH_TOKEN_NAMES];

/**
 * Reads the tokens of an answer by common names, at the top of the body or under `data`: the access
 * token at `auth_token`, `access_token`, `accessToken`, `token`, `jwt` or `key`, the refresh token
 * at `refresh_token` or `refreshToken`, and the lifetime in seconds at `expires_in` or `expiresIn`
 * (RFC 6749 §5.1). Returns null without an access token.
 */
export function readTokens({ body }: HttpResponse<unknown>): AuthTokens | null {
  for (const source of [body, property(body, 'data')]) {
    const accessToken = textProperty(source, ...ACCESS_TOKEN_NAMES);
    if (accessToken === undefined) continue;
    const refreshToken = textProperty(source, ...REFRESH_TOKEN_NAMES);
    const expiresIn = property(source, 'expires_in') ?? property(source, 'expiresIn');
    const expiresAt =
      typeof expiresIn === 'number' && expiresIn > 0 && expiresIn < 1e10
        ? new Date(Date.now() + expiresIn * 1000)
        : undefined;
    return { accessToken, refreshToken, expiresAt };
  }
  return null;
}
