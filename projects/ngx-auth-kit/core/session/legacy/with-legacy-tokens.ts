import { AuthFeature } from '../../config/auth-feature';
import { ResolvedAuthConfig } from '../../config/resolved-config';
import { configError } from '../../errors/config-error';
import { AuthTokens } from '../auth-tokens';
import { StoredSession } from '../state/stored-session';
import { LEGACY_TOKENS, LegacyTokens } from './legacy-tokens';

/**
 * Takes over, once, the tokens that earlier code of the app has stored in `localStorage` or
 * `sessionStorage`: your users stay signed in. At start the keys are read and removed, whatever is in
 * them; if a session of the library is stored, that one counts.
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
 * @param read Gets what is stored under each, or null; at least one is there. Returns null for no
 * session. If it throws, there is none.
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
      'Leave withLegacyTokens() out: a cookie proves the session.',
    );
  }
  if (!Array.isArray(keys) || keys.length === 0) {
    throw configError('withLegacyTokens keys', keys, "List the storage keys, e.g. ['token'].");
  }
}
