import { inject, provideEnvironmentInitializer } from '@angular/core';
import { AuthFeature } from '../../config/auth-feature';
import { ResolvedAuthConfig } from '../../config/resolved-config';
import { configError } from '../../errors/config-error';
import { RenewableSessions } from '../renewable-sessions';
import { SessionRenewal } from '../session-renewal';
import { RefreshableSessions } from './refreshable-sessions';
import { REFRESH_LEEWAY, TokenRefresh } from './token-refresh';

/** Angular's own: production builds replace it by `false`. */
declare const ngDevMode: boolean | undefined;

/** Options of {@link withTokenRefresh}. */
export interface TokenRefreshOptions {
  /**
   * How long ahead of its expiry a token is renewed, in seconds; at most a quarter of the token's
   * lifetime. Default: 60.
   */
  readonly leeway?: number;
}

/**
 * Renews the session with its refresh token: ahead of expiry, and when a request is answered 401,
 * which is then sent once more. One call is made however many requests and tabs need it. The
 * backend must have a `refresh` endpoint.
 *
 * ```ts
 * provideAuth({ baseUrl: '/api', backend: flaskJwtExtended }, withTokenRefresh())
 * ```
 * @throws at start-up where the backend has no such endpoint.
 */
export function withTokenRefresh(options: TokenRefreshOptions = {}): AuthFeature {
  const { leeway = 60 } = options;
  return {
    kind: 'withTokenRefresh',
    providers: [
      { provide: RenewableSessions, useClass: RefreshableSessions },
      { provide: REFRESH_LEEWAY, useValue: leeway * 1000 },
      { provide: SessionRenewal, useClass: TokenRefresh },
      provideEnvironmentInitializer(() => void inject(SessionRenewal)),
    ],
    validate: (config) => {
      if (typeof ngDevMode === 'undefined' || ngDevMode) validateRefresh(leeway, config);
    },
  };
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
