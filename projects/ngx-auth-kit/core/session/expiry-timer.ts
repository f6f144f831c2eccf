import { DestroyRef, inject, NgZone } from '@angular/core';
import { BROWSER_WINDOW } from '../config/browser-window';
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
  readonly #window = inject(BROWSER_WINDOW);
  #handle: ReturnType<typeof setTimeout> | undefined;
  #moment: number | null = null;
  #onPassed: () => void = () => undefined;

  constructor() {
    const check = () => this.#check();
    const comesBack = ['visibilitychange', 'pageshow', 'online', 'focus'] as const;
    this.#zone.runOutsideAngular(() =>
      comesBack.forEach((event) => this.#window?.addEventListener(event, check, true)),
    );
    inject(DestroyRef).onDestroy(() => {
      comesBack.forEach((event) => this.#window?.removeEventListener(event, check, true));
      this.#stop();
    });
  }

  /** Replaces the moment (milliseconds since 1970) to wait for; null waits for none. */
  start(moment: number | null, onPassed: () => void): void {
    this.#stop();
    this.#moment = moment;
    this.#onPassed = onPassed;
    // A server answers and forgets: it has no moment to wait for.
    if (moment !== null && this.#window) this.#zone.runOutsideAngular(() => this.#schedule(moment));
  }

  #schedule(moment: number): void {
    const delay = Math.min(Math.max(moment - this.#clock.now(), 0), MAX_DELAY);
    this.#handle = setTimeout(() => this.#check(), delay);
  }

  #check(): void {
    if (this.#moment === null) return;
    const moment = this.#moment;
    const onPassed = this.#onPassed;
    this.#stop();
    if (this.#clock.hasPassed(moment)) this.#zone.run(onPassed);
    else this.start(moment, onPassed);
  }

  #stop(): void {
    clearTimeout(this.#handle);
    this.#moment = null;
  }
}
