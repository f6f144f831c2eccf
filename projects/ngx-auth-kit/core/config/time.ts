import { InjectionToken } from '@angular/core';

/** The clock and the timers that the session lives by. The simulation gives each of its tabs its own. */
export interface Time {
  /** Milliseconds since 1970, by the client's clock, which may be wrong or be corrected. */
  now(): number;
  /** Milliseconds since some moment, by a clock that is never corrected but may pause in sleep. */
  elapsed(): number;
  setTimeout(run: () => void, milliseconds: number): unknown;
  clearTimeout(timer: unknown): void;
}

/** The page's own. The globals are looked up at each use, so that tests can replace them. */
export const TIME = new InjectionToken<Time>(
  typeof ngDevMode === 'undefined' || ngDevMode ? 'ngx-auth-kit time' : '',
  {
    providedIn: 'root',
    factory: () => ({
      now: () => Date.now(),
      elapsed: () => Math.floor(performance.now()),
      setTimeout: (run, milliseconds) => setTimeout(run, milliseconds),
      clearTimeout: (timer) => clearTimeout(timer as number),
    }),
  },
);
