import { computed, DestroyRef, inject, NgZone, signal } from '@angular/core';
import { ɵBROWSER_WINDOW as BROWSER_WINDOW } from 'ngx-auth-kit/core';

/** Seconds. A backend that wants more says so again at the next try. */
const LONGEST_WAIT = 3_600;
/** Seconds between two announcements: a screen reader that speaks every second is of no use. */
const ANNOUNCED_EVERY = 30;

/**
 * The seconds until a form may be sent again. Measured against the clock, because timers of hidden
 * pages are late; keeps no app from becoming stable. Created in an injection context.
 */
export class RetryCountdown {
  private readonly window = inject(BROWSER_WINDOW);
  private readonly zone = inject(NgZone);
  private readonly left = signal<number | null>(null);
  private total = 0;
  private timer: number | undefined;

  /** Null: no wait has been asked for. 0: it is over. */
  readonly remaining = this.left.asReadonly();
  /** The same for being read out, so not every second. */
  readonly announced = computed(() => {
    const left = this.left();
    return left && Math.min(this.total, Math.ceil(left / ANNOUNCED_EVERY) * ANNOUNCED_EVERY);
  });

  constructor() {
    inject(DestroyRef).onDestroy(() => this.window?.clearTimeout(this.timer));
  }

  /** Counts down from this many seconds; 0 or null takes back the wait. */
  start(seconds: number | null): void {
    this.window?.clearTimeout(this.timer);
    this.left.set(null);
    this.total = Math.min(seconds ?? 0, LONGEST_WAIT);
    if (this.total <= 0) return;
    this.zone.runOutsideAngular(() => this.tick(Date.now() + this.total * 1_000));
  }

  private tick(end: number): void {
    const left = Math.ceil((end - Date.now()) / 1_000);
    this.left.set(Math.min(Math.max(left, 0), this.total));
    if (left > 0) this.timer = this.window?.setTimeout(() => this.tick(end), 1_000);
  }
}
