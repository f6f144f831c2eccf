import { inject, Injectable } from '@angular/core';
import { catchError, map, Observable, of } from 'rxjs';
import { AUTH_CONFIG } from '../../config/resolved-config';
import { TIME } from '../../config/time';
import { AuthError, AuthErrorCode } from '../../errors/auth-error';
import { DevMessages, injectDevMessages } from '../../errors/dev-messages';
import { answerWithin } from '../../http/answer-within';
import { AuthUser } from '../auth-user';
import { SessionStore } from '../state/session-store';
import { StatusCheck } from './status-check';

/** How long a sign-in waits for the name of its user, in milliseconds. */
const PATIENCE = 3_000;

/** Asks the backend who has just signed in, if the sign-in answer did not say. */
@Injectable({ providedIn: 'root' })
export class UserQuestion {
  readonly #backend = inject(AUTH_CONFIG).backend;
  readonly #store = inject(SessionStore);
  readonly #check = inject(StatusCheck);
  readonly #time = inject(TIME);
  readonly #messages = injectDevMessages();

  /**
   * The user, or null if the backend does not name one in time. The sign-in stands whatever the
   * answer is: also a refusal, which the app's own requests will meet if it is meant. Fails with
   * `session_expired` if the session is over by then, or another's.
   */
  ask(): Observable<AuthUser | null> {
    if (!this.#backend.endpoints.status) return of(null);
    const lease = this.#store.lease();
    const isOver = () => this.#store.judge(lease) === 'stale';
    return this.#unboundCheck().pipe(
      answerWithin(PATIENCE, this.#time),
      catchError(({ code }: AuthError) => {
        if (typeof ngDevMode === 'undefined' || ngDevMode) {
          if (!isOver()) explainUnnamed(this.#messages, code);
        }
        return of(null);
      }),
      map((user) => {
        if (isOver()) throw new AuthError('session_expired');
        return user;
      }),
    );
  }

  /** It goes on when the subscriber leaves with its page, or loses patience: `user()` is to be known. */
  #unboundCheck(): Observable<AuthUser | null> {
    return new Observable((subscriber) => {
      this.#check.run(false).subscribe({
        next: (user) => subscriber.next(user),
        error: (error: unknown) => subscriber.error(error),
        complete: () => subscriber.complete(),
      });
    });
  }
}

function explainUnnamed(messages: DevMessages, code: AuthErrorCode): void {
  messages.warnOnce(
    `user ${code}`,
    `signed in, but user() is null: the login answer contains no user, and the status endpoint failed (${code}).`,
  );
}
