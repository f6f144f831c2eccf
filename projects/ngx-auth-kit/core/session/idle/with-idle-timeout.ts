import { inject } from '@angular/core';
import { AuthFeature } from '../../config/auth-feature';
import { configError } from '../../errors/config-error';
import { IDLE_LIMITS, IdleTimeout } from './idle-timeout';

/** Options of {@link withIdleTimeout}. */
export interface IdleTimeoutOptions {
  /** Sign out after this many seconds without activity in any tab. */
  readonly after: number;
  /** Emit `idleWarning` this many seconds before that. Default: 0, no warning. */
  readonly warn?: number;
}

/**
 * Signs the user out after a time without activity: no pointer, key, wheel or touch in any tab. The
 * time while the device sleeps counts too. `AuthService.events` emits a warning before.
 *
 * ```ts
 * provideAuth({ baseUrl: '/api' }, withIdleTimeout({ after: 900, warn: 60 }))
 * ```
 * @throws at start-up if `after` is not positive, or `warn` is not less than `after`.
 */
export function withIdleTimeout({ after, warn = 0 }: IdleTimeoutOptions): AuthFeature {
  return {
    kind: 'withIdleTimeout',
    providers: [
      { provide: IDLE_LIMITS, useValue: { after: after * 1000, warn: warn * 1000 } },
      IdleTimeout,
    ],
    start: () => void inject(IdleTimeout),
    validate: () => {
      if (typeof ngDevMode === 'undefined' || ngDevMode) validateLimits(after, warn);
    },
  };
}

function validateLimits(after: number, warn: number): void {
  if (!(Number.isFinite(after) && after > 0)) {
    throw configError('withIdleTimeout.after', after, 'Use a positive number of seconds.');
  }
  if (!(warn >= 0 && warn < after)) {
    throw configError('withIdleTimeout.warn', warn, 'Use fewer seconds than after.');
  }
}
