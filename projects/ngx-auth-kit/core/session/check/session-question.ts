import { computed, DestroyRef, inject, Injectable, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { catchError, concatMap, map, Observable, of, Subject, throwError } from 'rxjs';
import { AuthError } from '../../errors/auth-error';
import { AuthUser } from '../auth-user';
import { SessionStore } from '../state/session-store';
import { PageReturn } from '../time/page-return';
import { WakeTimer } from '../time/wake-timer';
import { StatusCheck } from './status-check';

/** The first and the longest pause before an unanswered question is asked again, in milliseconds. */
const FIRST_PAUSE = 1_000;
const LONGEST_PAUSE = 30_000;

/**
 * Asks the backend who is signed in, for everybody who needs to know. However many ask at once, it
 * asks once. A question without an answer is asked again until there is one.
 */
@Injectable({ providedIn: 'root' })
export class SessionQuestion {
  readonly #check = inject(StatusCheck);
  readonly #store = inject(SessionStore);
  readonly #destroyRef = inject(DestroyRef);
  readonly #timer = new WakeTimer(() => this.#askAgain());

  /** The last question got no answer, or only an error. */
  readonly #unanswered = signal(false);
  #pause = FIRST_PAUSE;
  /** Something happened after which the session may be over. */
  #isDoubted = false;
  /** Completes with the question in progress. */
  #underWay: Subject<void> | null = null;

  /** The server cannot be reached, and the user may still be signed in. */
  readonly isUnreachable = computed(() => this.#unanswered() && this.#store.status() === 'pending');

  constructor() {
    this.#store.questions.pipe(takeUntilDestroyed()).subscribe(() => {
      this.#isDoubted = true;
      this.ask();
    });
    inject(PageReturn)
      .events.pipe(takeUntilDestroyed())
      .subscribe(() => this.#askAgain());
  }

  /** Asks, or joins the question in progress. Completes with the answer. */
  ask(): Observable<void> {
    if (this.#underWay) return this.#underWay;
    const answered = (this.#underWay = new Subject<void>());
    const settle = (error: AuthError | null) => {
      this.#unanswered.set(error !== null);
      // A missing answer signs no one out.
      if (error) this.#trustStored(error);
      else this.#isDoubted = false;
      this.#underWay = null;
      this.#plan();
      answered.next();
      answered.complete();
    };
    this.#askUntilCurrent()
      .pipe(takeUntilDestroyed(this.#destroyRef))
      .subscribe({ next: () => settle(null), error: (error: AuthError) => settle(error) });
    return this.#underWay ?? of(undefined);
  }

  /**
   * Tells if a user is signed in. Waits while that is not known, at most the request time-out.
   * @param again Whether to ask again after a question without an answer.
   */
  isAuthenticated(again = true): boolean | Observable<boolean> {
    this.#store.doubtIfExpired();
    const known = () => this.#store.status() === 'authenticated';
    if (this.#underWay && this.#store.hasExpired()) return this.#underWay.pipe(map(known));
    const ask = this.#store.status() === 'pending' && (again || !this.#unanswered());
    return ask ? this.ask().pipe(map(known)) : known();
  }

  /** An answer about a session that was replaced meanwhile answers nothing. */
  #askUntilCurrent(): Observable<AuthUser | null> {
    const lease = this.#store.lease();
    const isStale = () =>
      this.#store.status() === 'pending' && this.#store.judge(lease) !== 'unknown';
    return this.#check.run().pipe(
      catchError((error: unknown) => (isStale() ? of(null) : throwError(() => error))),
      concatMap((user) => (isStale() ? this.#askUntilCurrent() : of(user))),
    );
  }

  #trustStored({ code }: AuthError): void {
    if (this.#store.status() !== 'pending') return;
    const lease = this.#store.lease();
    const fresh = this.#store.session();
    const isKnown = fresh && !this.#store.hasExpired() && !this.#store.isDue();
    // A session that can be refreshed was found during the question. It stays, and is asked about again.
    if (code === 'not_supported' && !isKnown && !this.#store.isDue()) this.#store.end(lease);
    // A cookie may be gone unnoticed; a token that has not expired is there to be tried.
    else if (isKnown && (code === 'not_supported' || fresh.tokens)) {
      const user = fresh.user ?? null;
      const type = 'confirmed';
      this.#store.dispatch({ type, lease, user, subject: null, fresh, isExpired: false });
    }
  }

  #needsAnswer(): boolean {
    const status = this.#store.status();
    const hasExpired = this.#store.hasExpired() && !this.#store.isRefreshable();
    const isDoubtful = hasExpired || (this.#isDoubted && status === 'authenticated');
    return this.#unanswered() && (status === 'pending' || isDoubtful);
  }

  #plan(): void {
    if (!this.#needsAnswer()) {
      this.#pause = FIRST_PAUSE;
      this.#timer.start(null);
      return;
    }
    this.#timer.start(this.#pause);
    this.#pause = Math.min(this.#pause * 2, LONGEST_PAUSE);
  }

  #askAgain(): void {
    if (this.#needsAnswer()) this.ask();
  }
}
