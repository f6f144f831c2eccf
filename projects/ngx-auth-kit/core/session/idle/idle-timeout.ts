import { DestroyRef, inject, Injectable, InjectionToken, NgZone } from '@angular/core';
import { BROWSER_WINDOW } from '../../config/browser-window';
import { TIME } from '../../config/time';
import { AuthEvent } from '../auth-event';
import { SignOut } from '../sign-in/sign-out';
import { SessionStore } from '../state/session-store';
import { momentOf, passedSince } from '../time/moment';
import { WakeTimer } from '../time/wake-timer';
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
  readonly #zone = inject(NgZone);
  readonly #window = inject(BROWSER_WINDOW);
  readonly #limits = inject(IDLE_LIMITS);
  readonly #timer = new WakeTimer(() => this.#check());
  readonly #onActivity = () => this.#noteActivity();
  /** When somebody was active last. */
  #last = momentOf(this.#time);
  /** What was noted when this page looked last. */
  #seen: number | null = null;
  #hasWarned = false;
  #isListening = false;

  constructor() {
    const subscription = this.#store.events.subscribe((event) => this.#follow(event));
    subscription.add(this.#stored.elsewhere.subscribe((moment) => this.#noteOther(moment)));
    inject(DestroyRef).onDestroy(() => {
      subscription.unsubscribe();
      this.#stop();
    });
    subscription.add(this.#store.questions.subscribe(() => this.#watchUnknown()));
    this.#watchUnknown();
  }

  /** However the session comes to this page: it may have been idle for too long before. */
  #watchUnknown(): void {
    if (this.#store.status() === 'pending' && this.#window && !this.#isListening) this.#begin();
  }

  #follow({ type, fromThisTab }: AuthEvent): void {
    if (type === 'idleWarning') return;
    const status = this.#store.status();
    // While the backend is asked about a session that another tab began, the user is there.
    const isNew = type === 'login' || type === 'restored' || status === 'pending';
    if (status === 'anonymous') this.#stop();
    else if (type === 'login' && fromThisTab) this.#begin(this.#time.now());
    else if (!this.#isListening || isNew) this.#begin();
  }

  /** @param since When the user was last active; absent: what is stored, from another page or tab. */
  #begin(since = this.#stored.read()): void {
    const now = this.#time.now();
    // A moment to come was noted before the clock was set back.
    const idle = Math.max(0, now - (since ?? now));
    this.#last = momentOf(this.#time, idle);
    this.#seen = since;
    this.#hasWarned = false;
    // Of a visitor who may not be signed in, nothing is noted.
    if (idle === 0 && this.#store.status() === 'authenticated') this.#write(now);
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
    const idle = this.#idleTime();
    // The first touch after a long sleep must not revive what was over before it.
    if (idle >= this.#limits.after || this.#store.status() === 'anonymous') {
      this.#check();
      return;
    }
    // What was noted before the clock was set back tells other tabs nothing.
    const isNoted = idle < GRAIN && (this.#seen ?? 0) <= this.#time.now();
    if (isNoted && !this.#hasWarned) return;
    this.#last = momentOf(this.#time);
    this.#write(this.#last.now);
    if (this.#hasWarned) this.#check();
  }

  #write(moment: number): void {
    this.#seen = moment;
    this.#stored.write(moment);
  }

  /** Milliseconds since somebody was active in any tab. */
  #idleTime(): number {
    // A note that is another one than before, whatever clock it goes by.
    const stored = this.#stored.read();
    if (stored !== null && stored !== this.#seen) this.#noteOther(stored);
    return passedSince(this.#last, this.#time);
  }

  /** Notes activity in another tab. A moment to come means that the clock has been set back since. */
  #noteOther(moment: number): void {
    this.#seen = moment;
    const idle = Math.max(0, this.#time.now() - moment);
    if (idle < passedSince(this.#last, this.#time)) this.#last = momentOf(this.#time, idle);
  }

  /** @param isSure Whether storage that answers promises has just been read. */
  #check(isSure = false): void {
    // To learn at start that nobody is signed in is no event.
    if (this.#store.status() === 'anonymous') {
      this.#stop();
      return;
    }
    const { after, warn } = this.#limits;
    const idle = this.#idleTime();
    if (idle >= after) {
      const read = isSure ? undefined : this.#stored.readAgain();
      if (read) {
        void read.then(() => this.#isListening && this.#check(true));
        return;
      }
      this.#stop();
      this.#zone.run(() => this.#signOut.run('idle').subscribe());
      return;
    }
    const isWarning = warn > 0 && idle >= after - warn;
    const isNew = isWarning && !this.#hasWarned;
    this.#hasWarned = isWarning;
    const next = isWarning || warn === 0 ? after : after - warn;
    this.#timer.start(next - idle);
    if (isNew && this.#store.status() === 'authenticated') {
      this.#zone.run(() => this.#store.announce('idleWarning'));
    }
  }
}
