import { inject, Injectable } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { catchError, concatMap, defer, map, Observable, of, share, tap, throwError } from 'rxjs';
import { AuthService } from './auth-service';
import { AuthUser } from './auth-user';
import { SessionStore } from './session-store';

/** Asks the backend who is signed in, for whoever needs to know; however many ask at once, it asks once. */
@Injectable({ providedIn: 'root' })
export class SessionQuestion {
  private readonly auth = inject(AuthService);
  private readonly store = inject(SessionStore);

  /** The last question got no answer, or only an error. */
  private unanswered = false;

  private readonly answer = defer(() => this.askUntilCurrent()).pipe(
    tap(() => (this.unanswered = false)),
    // No answer is not a no: it signs nobody out.
    catchError(() => {
      this.unanswered = true;
      this.store.trustStored();
      return of(null);
    }),
    takeUntilDestroyed(),
    share(),
  );

  /** An answer about a session that was replaced meanwhile answers nothing. */
  private askUntilCurrent(): Observable<AuthUser | null> {
    const { epoch } = this.store;
    const isStale = () => epoch !== this.store.epoch && this.store.status() === 'pending';
    return this.auth.checkStatus().pipe(
      catchError((error: unknown) => (isStale() ? of(null) : throwError(() => error))),
      concatMap((user) => (isStale() ? this.askUntilCurrent() : of(user))),
    );
  }

  /** Asks without waiting for the answer. */
  ask(): void {
    this.answer.subscribe();
  }

  /**
   * Whether somebody is signed in. Waits while that is not known, at most the request time-out.
   * @param again Whether to ask again after a question without an answer.
   */
  isAuthenticated(again = true): boolean | Observable<boolean> {
    this.store.endIfExpired();
    const known = () => this.store.status() === 'authenticated';
    const ask = this.store.status() === 'pending' && (again || !this.unanswered);
    return ask ? this.answer.pipe(map(known)) : known();
  }

  /** The signed-in user; null without a session or where the backend names none. */
  user(): Observable<AuthUser | null> {
    this.store.endIfExpired();
    const user = this.store.user();
    if (user || this.store.status() === 'anonymous') return of(user);
    return this.answer.pipe(map(() => this.store.user()));
  }
}
