import { InjectionToken } from '@angular/core';
import { AuthFeature } from '../../config/auth-feature';
import { ResolvedAuthConfig } from '../../config/resolved-config';
import { configError } from '../../errors/config-error';

/** Provided by `withStatusCheck()`. */
export const STATUS_CHECK = new InjectionToken<true>(
  typeof ngDevMode === 'undefined' || ngDevMode ? 'ngx-auth-kit status check' : '',
);

/**
 * Asks the backend at start if a stored token is still valid. Until the answer comes, `status` is
 * `pending` and guards wait. If the backend fails, no one is signed out. Cookie sessions always
 * ask.
 *
 * ```ts
 * provideAuth({ baseUrl: 'http://localhost:5000/auth' }, withStatusCheck())
 * ```
 * @throws at start-up if the backend has no `status` endpoint.
 */
export function withStatusCheck(): AuthFeature {
  return {
    kind: 'withStatusCheck',
    providers: [{ provide: STATUS_CHECK, useValue: true }],
    validate: (config) => {
      if (typeof ngDevMode === 'undefined' || ngDevMode) validateEndpoint(config);
    },
  };
}

function validateEndpoint({ backend }: ResolvedAuthConfig): void {
  if (backend.endpoints.status) return;
  throw configError(
    'backend.endpoints.status',
    undefined,
    "withStatusCheck() needs it, e.g. { path: '/status' }.",
  );
}
