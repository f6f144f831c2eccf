import { DestroyRef, inject, NgZone } from '@angular/core';
import { BROWSER_WINDOW } from '../config/browser-window';
import { TIME } from '../config/time';
import { SessionClock } from './session-clock';

/** The longest delay that browsers keep; longer ones fire at once. */
const MAX_DELAY = 2 ** 31 - 1;

/**
 * Calls back when a moment comes. Timers stop while a device sleeps, so the clock is read again
 * whenever the page comes back. Runs outside the zone: it never keeps an app unstable. Created in an
 * injection context.
 */
export class ExpiryTimer {
  readonly #clock = inject(SessionClock);
  readonly #zone = inject(NgZone);
  readonly #time = inject(TIME);
  readonly #window = inject(BROWSER_WINDOW);
  #handle: unknown;
  #moment: number | null = null;

  constructor(private readonly onPassed: () => void) {
    const check = () => this.#check();
    const comesBack = ['visibilitychange', 'pageshow', 'online', 'focus'] as const;
    this.#zone.runOutsideAngular(() =>
      comesBack.forEach((event) => this.#window?.addEventListener(event, check, true)),
    );
    inject(DestroyRef).onDestroy(() => {
      comesBack.forEach((event) => this.#window?.removeEventListener(event, check, true));
      this.start(null);
    });
  }

  /** Replaces the moment (milliseconds since 1970) to wait for; null waits for none. */
  start(moment: number | null): void {
    this.#time.clearTimeout(this.#handle);
    this.#moment = moment;
    // A server answers and forgets: it has no moment to wait for.
    if (moment === null || !this.#window) return;
    const delay = Math.min(Math.max(moment - this.#clock.now(), 0), MAX_DELAY);
    this.#zone.runOutsideAngular(() => {
      this.#handle = this.#time.setTimeout(() => this.#check(), delay);
    });
  }

  #check(): void {
    const moment = this.#moment;
    const hasPassed = this.#clock.hasPassed(moment);
    this.start(hasPassed ? null : moment);
    if (hasPassed) this.#zone.run(this.onPassed);
  }
}
