import { inject, Injectable } from '@angular/core';
import { AuthError, AuthErrorCode, AuthStatus, AuthUser, ɵSessionStore } from 'ngx-auth-kit/core';
import { AuthAnswer } from './auth-answer';
import { AuthCall, AuthMethod } from './auth-call';
import { CannedApi } from './canned-api';
import { grantedTokens } from './granted-tokens';
import { confirm } from './start-session';
import { TESTED_BACKEND } from './tested-backend';

/**
 * Controls the session and the answers of the backend in a test. Provided by `provideAuthTesting`.
 *
 * ```ts
 * const testing = TestBed.inject(AuthTesting);
 * testing.failNext('login', 'invalid_credentials');
 * testing.signIn({ email: 'ada@example.com' });
 * ```
 */
@Injectable()
export class AuthTesting {
  private readonly backend = inject(TESTED_BACKEND);
  private readonly store = inject(ɵSessionStore);
  private readonly api = inject(CannedApi);

  /** The calls to the backend, the oldest first, including those of the guards. */
  get calls(): readonly AuthCall[] {
    return [...this.api.calls];
  }

  /**
   * Signs in without a call to the backend. If the status is `pending`, this settles it, and
   * `events` emits no `login`.
   * @param user The user. Default: none.
   * @param token The access token. Default: `test-token`.
   * @throws if the token is malformed or expired, or if a cookie proves the session.
   */
  signIn(user: object | null = null, token?: string): void {
    const tokens = grantedTokens(token, this.backend);
    if (this.store.status() === 'pending') confirm(this.store, tokens, user);
    else this.store.signIn(this.store.attempt, tokens && { tokens, offset: 0 }, user as AuthUser);
  }

  /** Signs out without a call to the backend. */
  signOut(): void {
    this.store.signOut({ reason: 'logout', isOwed: false });
  }

  /** Ends the session as an expired token does. */
  expire(): void {
    this.store.dispatch({ type: 'denied', lease: this.store.lease(), reason: 'expired' });
  }

  /** Sets the status. `authenticated` signs in without a user. */
  setStatus(status: AuthStatus): void {
    if (status === this.store.status()) return;
    if (status === 'authenticated') {
      this.signIn();
      return;
    }
    this.signOut();
    if (status === 'pending') this.store.dispatch({ type: 'doubted' });
  }

  /**
   * Prepares the answer to the next call of the method. Without one, calls succeed and name no
   * user. Several prepared answers apply in their order.
   * @throws if the token is malformed or expired, or if a cookie proves the session.
   */
  succeedNext(method: AuthMethod, answer: AuthAnswer = {}): void {
    if (answer.token) grantedTokens(answer.token, this.backend);
    this.api.plan(method, answer);
  }

  /**
   * Makes the next call of the method fail.
   * @param error A code, or an `AuthError` with fields, a message or `retryAfter`.
   */
  failNext(method: AuthMethod, error: AuthErrorCode | AuthError): void {
    this.api.plan(method, error instanceof AuthError ? error : new AuthError(error));
  }

  /**
   * Holds the next call of the method, so that you can test the page while it waits.
   * @returns A function that answers the call.
   */
  holdNext(method: AuthMethod): () => void {
    return this.api.hold(method);
  }
}
