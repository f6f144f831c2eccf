import { DestroyRef, inject, Injectable } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { catchError, concatMap, map, Observable, of, Subject, throwError } from 'rxjs';
import { AuthService } from './auth-service';
import { AuthUser } from './auth-user';
import { SessionStore } from './session-store';

/** Asks the backend who is signed in, for whoever needs to know; however many ask at once, it asks once. */
@Injectable({ providedIn: 'root' })
export class SessionQuestion {
  readonly #auth = inject(AuthService);
  readonly #store = inject(SessionStore);
  readonly #destroyRef = inject(DestroyRef);

  /** The last question got no answer, or only an error. */
  #unanswered = false;
  /** Completes with the question that is under way. */
  #underWay: Subject<void> | null = null;

  /** An answer about a session that was replaced meanwhile answers nothing. */
  #askUntilCurrent(): Observable<AuthUser | null> {
    const { epoch } = this.#store;
    const isStale = () => epoch !== this.#store.epoch && this.#store.status() === 'pending';
    return this.#auth.checkStatus().pipe(
      catchError((error: unknown) => (isStale() ? of(null) : throwError(() => error))),
      concatMap((user) => (isStale() ? this.#askUntilCurrent() : of(user))),
    );
  }

  /** Asks, or joins whoever is asking; completes with the answer. */
  ask(): Observable<void> {
    if (this.#underWay) return this.#underWay;
    const answered = (this.#underWay = new Subject<void>());
    const settle = (unanswered: boolean) => {
      this.#unanswered = unanswered;
      // No answer is not a no: it signs nobody out.
      if (unanswered) this.#store.trustStored();
      this.#underWay = null;
      answered.next();
      answered.complete();
    };
    this.#askUntilCurrent()
      .pipe(takeUntilDestroyed(this.#destroyRef))
      .subscribe({ next: () => settle(false), error: () => settle(true) });
    return this.#underWay ?? of(undefined);
  }

  /**
   * Whether somebody is signed in. Waits while that is not known, at most the request time-out.
   * @param again Whether to ask again after a question without an answer.
   */
  isAuthenticated(again = true): boolean | Observable<boolean> {
    this.#store.endIfExpired();
    const known = () => this.#store.status() === 'authenticated';
    const ask = this.#store.status() === 'pending' && (again || !this.#unanswered);
    return ask ? this.ask().pipe(map(known)) : known();
  }

  /** The signed-in user; null without a session or where the backend names none. */
  user(): Observable<AuthUser | null> {
    this.#store.endIfExpired();
    const user = this.#store.user();
    if (user || this.#store.status() === 'anonymous') return of(user);
    return this.ask().pipe(map(() => this.#store.user()));
  }
}
