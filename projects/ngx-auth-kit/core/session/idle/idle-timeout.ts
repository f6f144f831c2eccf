import { DestroyRef, inject, Injectable, InjectionToken, NgZone } from '@angular/core';
import { BROWSER_WINDOW } from '../../config/browser-window';
import { TIME } from '../../config/time';
import { AuthEvent } from '../auth-event';
import { ExpiryTimer } from '../expiry-timer';
import { SessionClock } from '../session-clock';
import { SessionStore } from '../session-store';
import { SignOut } from '../sign-out';
import { StoredActivity } from './stored-activity';

/** The limits, in milliseconds. */
export const IDLE_LIMITS = new InjectionToken<{ readonly after: number; readonly warn: number }>(
  'ngx-auth-kit idle limits',
);

const ACTIVITY = ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const;
/** How exactly activity is noted, in milliseconds: a key pressed must not cost a write each time. */
const GRAIN = 1_000;

/**
 * Signs out when nobody has touched any tab of the app for too long. Activity only notes the time;
 * one timer looks at it when the time could be up, so nothing runs meanwhile.
 */
@Injectable()
export class IdleTimeout {
  readonly #store = inject(SessionStore);
  readonly #time = inject(TIME);
  readonly #stored = inject(StoredActivity);
  readonly #signOut = inject(SignOut);
  readonly #clock = inject(SessionClock);
  readonly #zone = inject(NgZone);
  readonly #window = inject(BROWSER_WINDOW);
  readonly #limits = inject(IDLE_LIMITS);
  readonly #timer = new ExpiryTimer(() => this.#check());
  readonly #onActivity = () => this.#noteActivity();
  #lastActivity = 0;
  #hasWarned = false;
  #isListening = false;

  constructor() {
    const subscription = this.#store.events.subscribe((event) => this.#follow(event));
    inject(DestroyRef).onDestroy(() => {
      subscription.unsubscribe();
      this.#stop();
    });
  }

  #follow({ type, fromThisTab }: AuthEvent): void {
    if (this.#store.status() !== 'authenticated') this.#stop();
    else if (type === 'restored' || !fromThisTab) this.#begin(this.#stored.read());
    else if (type === 'login') this.#begin(null);
  }

  /** @param since When the user was last active, where another page load or tab knows it. */
  #begin(since: number | null): void {
    this.#lastActivity = since ?? this.#time.now();
    this.#hasWarned = false;
    if (since === null) this.#stored.write(this.#lastActivity);
    if (!this.#isListening) {
      this.#isListening = true;
      this.#zone.runOutsideAngular(() =>
        ACTIVITY.forEach((type) =>
          this.#window?.addEventListener(type, this.#onActivity, { capture: true, passive: true }),
        ),
      );
    }
    this.#check();
  }

  #stop(): void {
    this.#isListening = false;
    this.#timer.start(null);
    ACTIVITY.forEach((type) =>
      this.#window?.removeEventListener(type, this.#onActivity, { capture: true }),
    );
  }

  #noteActivity(): void {
    // The first touch after a long sleep must not revive what was over before it.
    if (this.#idleTime() >= this.#limits.after) {
      this.#check();
      return;
    }
    const now = this.#time.now();
    if (now - this.#lastActivity < GRAIN && !this.#hasWarned) return;
    this.#lastActivity = now;
    this.#stored.write(now);
    if (this.#hasWarned) this.#check();
  }

  /** Milliseconds since anybody was active in any tab. A clock that was set back counts as active. */
  #idleTime(): number {
    this.#lastActivity = Math.max(this.#lastActivity, this.#stored.read() ?? 0);
    return Math.max(0, this.#time.now() - this.#lastActivity);
  }

  #check(): void {
    const { after, warn } = this.#limits;
    const idle = this.#idleTime();
    if (idle >= after) {
      this.#zone.run(() => this.#signOut.run('idle').subscribe());
      return;
    }
    const isWarning = warn > 0 && idle >= after - warn;
    if (isWarning && !this.#hasWarned) this.#zone.run(() => this.#store.announce('idleWarning'));
    this.#hasWarned = isWarning;
    const next = isWarning || warn === 0 ? after : after - warn;
    this.#timer.start(this.#clock.now() + next - idle);
  }
}
