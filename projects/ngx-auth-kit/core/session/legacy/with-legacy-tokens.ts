import { AuthFeature } from '../../config/auth-feature';
import { ResolvedAuthConfig } from '../../config/resolved-config';
import { configError } from '../../errors/config-error';
import { AuthTokens } from '../auth-tokens';
import { StoredSession } from '../state/stored-session';
import { LEGACY_TOKENS, LegacyTokens } from './legacy-tokens';

/**
 * Takes over, once, the tokens that earlier code of your app has stored in `localStorage` or
 * `sessionStorage`, so that your users stay signed in. At start, the keys are read and removed in
 * any case. If there is already a session of the library, the tokens are ignored.
 *
 * ```ts
 * provideAuth(
 *   { baseUrl: '/api' },
 *   withLegacyTokens(['token', 'refresh'], (token, refresh) => ({
 *     accessToken: JSON.parse(token ?? '""'),
 *     refreshToken: refresh ?? undefined,
 *   })),
 * );
 * ```
 * @param keys The storage keys of the earlier code. `tokenKey` may be one of them.
 * @param read Gets the value of each key, or null. At least one value is there. Returns the tokens,
 * or null for no session. If it throws, there is no session.
 * @throws at start-up without keys, and with cookie sessions.
 */
export function withLegacyTokens(
  keys: readonly string[],
  read: (...values: (string | null)[]) => AuthTokens | null,
): AuthFeature {
  return {
    kind: 'withLegacyTokens',
    providers: [
      { provide: LEGACY_TOKENS, useValue: { keys, read } },
      { provide: StoredSession, useClass: LegacyTokens },
    ],
    validate: (config) => {
      if (typeof ngDevMode === 'undefined' || ngDevMode) validateKeys(keys, config);
    },
  };
}

function validateKeys(keys: readonly string[], { backend: { session } }: ResolvedAuthConfig): void {
  if (session === 'cookie') {
    throw configError(
      'backend.session',
      session,
      'Remove withLegacyTokens(): a cookie holds the session.',
    );
  }
  if (!Array.isArray(keys) || keys.length === 0) {
    throw configError('withLegacyTokens keys', keys, "List the storage keys, e.g. ['token'].");
  }
}
