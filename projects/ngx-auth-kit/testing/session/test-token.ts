import { AuthClaims } from 'ngx-auth-kit/core';

/**
 * Creates a JWT with these claims for tests. It is well formed, but no server would accept its
 * signature.
 *
 * ```ts
 * provideAuthTesting({ token: testToken({ sub: '1', role: 'admin' }) })
 * ```
 * @param claims `exp` and `iat` are in seconds since 1970 (RFC 7519 §4.1).
 */
export function testToken(claims: AuthClaims = {}): string {
  return [{ alg: 'HS256', typ: 'JWT' }, claims, 'not a signature'].map(segment).join('.');
}

/** Base64url (RFC 7515 §2) of the UTF-8 JSON. */
function segment(value: unknown): string {
  const bytes = new TextEncoder().encode(JSON.stringify(value));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');
}
