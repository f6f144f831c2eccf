import { HttpErrorResponse, HttpResponse } from '@angular/common/http';
import { DestroyRef, inject, Injectable } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { catchError, defer, map, Observable } from 'rxjs';
import { AuthChallenge } from '../backends/auth-backend';
import { AUTH_CONFIG } from '../config/resolved-config';
import { AuthError } from '../errors/auth-error';
import { AuthApi } from '../http/auth-api';
import { AuthUser } from './auth-user';
import { GrantReader } from './grant-reader';
import { SessionStore } from './session-store';

/** A login that waits for its second factor. */
interface UnfinishedLogin {
  /** What the second factor is sent with. */
  readonly input: object;
  readonly remember: boolean | undefined;
  readonly epoch: number;
  /** Which login it is, of all that began. */
  readonly login: number;
}

/** Signs in, in one step or in two. What lies between the steps is in memory only. */
@Injectable({ providedIn: 'root' })
export class SignIn {
  readonly #backend = inject(AUTH_CONFIG).backend;
  readonly #api = inject(AuthApi);
  readonly #store = inject(SessionStore);
  readonly #grants = inject(GrantReader);
  /** Not `#unfinished`: a spec looks at what it holds. */
  private unfinished: UnfinishedLogin | null = null;
  #lastLogin = 0;

  constructor() {
    this.#store.events
      .pipe(takeUntilDestroyed(inject(DestroyRef)))
      .subscribe(() => this.#unfinishedLogin());
  }

  /** The first step, and the only one unless the backend asks for a second factor. */
  login(credentials: unknown, remember?: boolean): Observable<AuthUser | null> {
    return defer(() => {
      const { epoch } = this.#store;
      const login = ++this.#lastLogin;
      this.unfinished = null;
      return this.#api
        .call('login', credentials, null, (answer) => {
          const challenge = this.#readChallenge(answer);
          if (!challenge) return null;
          this.#store.assertCurrent(epoch);
          const { repeatsLogin } = this.#backend.endpoints.secondFactor ?? {};
          const input = { ...(repeatsLogin ? (credentials as object) : null), ...challenge };
          // The answers may come in another order than the logins; the last login counts.
          if (login === this.#lastLogin) this.unfinished = { input, remember, epoch, login };
          return new AuthError('second_factor_required');
        })
        .pipe(map((response) => this.#grants.signIn(response, epoch, remember)));
    });
  }

  /** The second step; a wrong answer leaves the login open for another try. */
  complete(answer: unknown): Observable<AuthUser | null> {
    return defer(() => {
      const unfinished = this.#unfinishedLogin();
      if (!this.#backend.endpoints.secondFactor) throw new AuthError('not_supported');
      if (!unfinished) throw new AuthError('session_expired');
      const { input, remember, epoch, login } = unfinished;
      return this.#api.call('secondFactor', { ...input, ...(answer as object) }, null).pipe(
        map((response) => {
          if (login !== this.#lastLogin) throw new AuthError('session_expired');
          return this.#grants.signIn(response, epoch, remember);
        }),
        catchError((error: AuthError) => {
          if (error.code === 'session_expired' && login === this.#lastLogin) this.abandon();
          throw error;
        }),
      );
    });
  }

  /** Forgets a login that waits for its second factor. */
  abandon(): void {
    this.unfinished = null;
  }

  /** Null, and forgotten, once somebody has signed in or out. */
  #unfinishedLogin(): UnfinishedLogin | null {
    if (this.unfinished?.epoch !== this.#store.epoch) this.abandon();
    return this.unfinished;
  }

  #readChallenge(answer: HttpResponse<unknown> | HttpErrorResponse): AuthChallenge | null {
    const isRefusal = answer.status >= 400 && answer.status < 500;
    // The body of a 5xx is never read, and there is none where nobody answered.
    if (answer instanceof HttpErrorResponse && !isRefusal) return null;
    try {
      return this.#grants.readChallenge(answer);
    } catch (error) {
      // A refusal stays one, by its status.
      if (isRefusal) return null;
      throw error;
    }
  }
}
