import { DestroyRef, inject, NgZone } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { BROWSER_WINDOW } from '../../config/browser-window';
import { TIME } from '../../config/time';
import { Moment, momentOf, passedSince } from './moment';
import { PageReturn } from './page-return';

/** The longest delay that browsers keep; longer ones fire at once. */
const MAX_DELAY = 2 ** 31 - 1;

/**
 * Calls back when so much time has passed. Timers stop while a device sleeps, so it looks again
 * whenever the page comes back. A clock that is set back in the meantime does not make it wait
 * longer. Runs outside the zone: it never keeps an app unstable. Created in an injection context.
 */
export class WakeTimer {
  readonly #time = inject(TIME);
  readonly #zone = inject(NgZone);
  readonly #window = inject(BROWSER_WINDOW);
  readonly #destroyRef = inject(DestroyRef);
  #handle: unknown;
  #wait: { readonly delay: number; readonly since: Moment } | null = null;

  constructor(private readonly onPassed: () => void) {
    inject(PageReturn)
      .events.pipe(takeUntilDestroyed())
      .subscribe(() => this.#check());
    this.#destroyRef.onDestroy(() => this.start(null));
  }

  /** Replaces the delay (in milliseconds from now); null waits for nothing. */
  start(delay: number | null): void {
    this.#wait = delay === null ? null : { delay, since: momentOf(this.#time) };
    this.#set();
  }

  #set(): void {
    this.#time.clearTimeout(this.#handle);
    // A server answers and forgets: it has nothing to wait for.
    if (!this.#wait || !this.#window || this.#destroyRef.destroyed) return;
    const left = Math.max(this.#wait.delay - passedSince(this.#wait.since, this.#time), 0);
    this.#zone.runOutsideAngular(() => {
      this.#handle =
        left > MAX_DELAY
          ? this.#time.setTimeout(() => this.#check(), MAX_DELAY)
          : this.#time.setTimeout(() => this.#pass(), left);
    });
  }

  #check(): void {
    if (!this.#wait) return;
    if (passedSince(this.#wait.since, this.#time) < this.#wait.delay) this.#set();
    else this.#pass();
  }

  #pass(): void {
    this.start(null);
    this.#zone.run(this.onPassed);
  }
}
