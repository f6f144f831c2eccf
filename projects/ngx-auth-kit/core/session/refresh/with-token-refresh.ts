import { inject } from '@angular/core';
import { AuthFeature } from '../../config/auth-feature';
import { AUTH_CONFIG, ResolvedAuthConfig } from '../../config/resolved-config';
import { configError } from '../../errors/config-error';
import { Session } from '../state/session-state';
import { CAN_REFRESH, SessionRefresh } from './session-refresh';
import { REFRESH_LEEWAY, TokenRefresh } from './token-refresh';

/** Options of {@link withTokenRefresh}. */
export interface TokenRefreshOptions {
  /**
   * How many seconds before it expires a token is refreshed. At most a quarter of the token's
   * lifetime. Default: 60.
   */
  readonly leeway?: number;
}

/**
 * Refreshes the session before the token expires, and after a 401. The refused request is then sent
 * once more. There is one call, however many requests and tabs need it. The backend needs a
 * `refresh` endpoint.
 *
 * ```ts
 * provideAuth({ baseUrl: '/api', backend: flaskJwtExtended }, withTokenRefresh())
 * ```
 * @throws at start-up if the backend has no such endpoint.
 */
export function withTokenRefresh(options: TokenRefreshOptions = {}): AuthFeature {
  const { leeway = 60 } = options;
  return {
    kind: 'withTokenRefresh',
    providers: [
      { provide: CAN_REFRESH, useFactory: canRefresh },
      { provide: REFRESH_LEEWAY, useValue: leeway * 1000 },
      { provide: SessionRefresh, useClass: TokenRefresh },
    ],
    start: () => void inject(SessionRefresh),
    validate: (config) => {
      if (typeof ngDevMode === 'undefined' || ngDevMode) validateRefresh(leeway, config);
    },
  };
}

/** The refresh token, or a cookie in its place. */
function canRefresh(): (session: Session | null) => boolean {
  const { usesCookie, backend } = inject(AUTH_CONFIG);
  const { refresh } = backend.endpoints;
  if (!refresh) return () => false;
  if (usesCookie || refresh.withCredentials) return () => true;
  return (session) =>
    !!session?.tokens && (session.tokens.refresh !== null || refresh.token === 'access');
}

function validateRefresh(leeway: number, { backend }: ResolvedAuthConfig): void {
  if (!(Number.isFinite(leeway) && leeway >= 0)) {
    throw configError('withTokenRefresh.leeway', leeway, 'Use a number of seconds, 0 or more.');
  }
  if (!backend.endpoints.refresh) {
    throw configError(
      'backend.endpoints.refresh',
      undefined,
      "withTokenRefresh() needs it, e.g. { path: '/refresh' }.",
    );
  }
}
