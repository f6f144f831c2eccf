import { HttpErrorResponse, HttpResponse } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { catchError, concatMap, defer, Observable, of, Subject } from 'rxjs';
import { AuthChallenge } from '../../backends/auth-backend';
import { AUTH_CONFIG } from '../../config/resolved-config';
import { AuthError } from '../../errors/auth-error';
import { AnswerCheck } from '../../http/answer-judge';
import { AuthApi } from '../../http/auth-api';
import { AuthUser } from '../auth-user';
import { UserQuestion } from '../check/user-question';
import { failOn } from '../state/fail-on';
import { SessionStore } from '../state/session-store';
import { AnswerReader } from './answer-reader';
import { SignOut } from './sign-out';

/** A login that waits for its second factor. */
interface UnfinishedLogin {
  /** What the second factor is sent with. */
  input: object;
  readonly remember: boolean | undefined;
  /** The number of the login. */
  readonly attempt: number;
}

/** Signs in, in one step or in two. What lies between the steps is in memory only. */
@Injectable({ providedIn: 'root' })
export class SignIn {
  readonly #backend = inject(AUTH_CONFIG).backend;
  readonly #api = inject(AuthApi);
  readonly #store = inject(SessionStore);
  readonly #answers = inject(AnswerReader);
  readonly #signOut = inject(SignOut);
  readonly #userQuestion = inject(UserQuestion);
  readonly #newer = new Subject<void>();
  private unfinished: UnfinishedLogin | null = null;

  constructor() {
    this.#store.events.pipe(takeUntilDestroyed()).subscribe(() => {
      if (this.unfinished?.attempt !== this.#store.attempt) this.cancel();
    });
  }

  /** The first step, and the only one unless the backend asks for a second factor. */
  login(credentials: unknown, remember?: boolean): Observable<AuthUser | null> {
    return defer(() => {
      this.cancel();
      // An earlier login that is still under way must not answer later: the last one counts.
      this.#newer.next();
      const attempt = this.#store.beginSignIn();
      const check: AnswerCheck = (answer) => {
        const challenge = this.#readChallenge(answer);
        if (!challenge) return null;
        const { repeatsLogin } = this.#backend.endpoints.secondFactor ?? {};
        const input = { ...(repeatsLogin ? (credentials as object) : null), ...challenge };
        if (attempt !== this.#store.attempt) return new AuthError('session_expired');
        this.unfinished = { input, remember, attempt };
        return new AuthError('second_factor_required');
      };
      return this.#signOut
        .whenSettled(this.#api.call('login', credentials, null, check, { remember }))
        .pipe(
          this.#store.untilSignOut(),
          failOn(this.#newer),
          concatMap((response) => this.begin(response, attempt, remember)),
        );
    });
  }

  /** The second step; a wrong answer leaves the login open for another try. */
  complete(answer: unknown): Observable<AuthUser | null> {
    return this.#proceed('secondFactor', answer, (response, { attempt, remember }) =>
      this.begin(response, attempt, remember),
    );
  }

  /** Has the code of the second step sent again; a failure leaves the login open. */
  resend(): Observable<void> {
    return this.#proceed('resendCode', null, (response, unfinished) => {
      // The earlier code may still be good, so what is not said anew stays.
      unfinished.input = { ...unfinished.input, ...this.#readChallenge(response) };
      return of(undefined);
    });
  }

  /** Begins the session that the answer grants, and finds out whose it is. */
  begin(
    response: HttpResponse<unknown>,
    attempt: number,
    remember?: boolean,
  ): Observable<AuthUser | null> {
    const issued = this.#answers.issued(response);
    const user = this.#answers.user(response, issued?.tokens ?? null);
    if (!this.#store.signIn(attempt, issued, user, remember)) {
      throw new AuthError('session_expired');
    }
    this.cancel();
    return user ? of(user) : this.#userQuestion.ask();
  }

  /** Forgets a login that waits for its second factor. */
  cancel(): void {
    this.unfinished = null;
  }

  /** Calls an endpoint about the login that waits for its second factor. */
  #proceed<T>(
    name: 'secondFactor' | 'resendCode',
    answer: unknown,
    next: (response: HttpResponse<unknown>, unfinished: UnfinishedLogin) => Observable<T>,
  ): Observable<T> {
    return defer(() => {
      if (!this.#backend.endpoints[name]) throw new AuthError('not_supported');
      const unfinished = this.unfinished;
      // Forgotten once somebody has signed in or out.
      if (unfinished?.attempt !== this.#store.attempt) {
        this.cancel();
        throw new AuthError('session_expired');
      }
      const { input, remember } = unfinished;
      const full = { ...input, ...(answer as object) };
      return this.#signOut
        .whenSettled(this.#api.call(name, full, null, undefined, { remember }))
        .pipe(
          this.#store.untilSignOut(),
          concatMap((response) => next(response, unfinished)),
          catchError((error: AuthError) => {
            const isOver = error.code === 'session_expired' && this.unfinished === unfinished;
            // What is over is the code from before a new one was sent.
            if (isOver && unfinished.input !== input) {
              throw new AuthError('invalid_credentials', { cause: error });
            }
            if (isOver) this.cancel();
            throw error;
          }),
        );
    });
  }

  #readChallenge(answer: HttpResponse<unknown> | HttpErrorResponse): AuthChallenge | null {
    const isRefusal = answer.status >= 400 && answer.status < 500;
    // The body of a 5xx is never read, and there is none if nobody answered.
    if (answer instanceof HttpErrorResponse && !isRefusal) return null;
    try {
      return this.#answers.challenge(answer);
    } catch (error) {
      // A refusal stays one, by its status.
      if (isRefusal) return null;
      throw error;
    }
  }
}
