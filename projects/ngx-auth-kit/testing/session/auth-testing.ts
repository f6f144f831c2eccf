import { inject, Injectable } from '@angular/core';
import { AuthError, AuthErrorCode, AuthStatus, AuthUser, ɵSessionStore } from 'ngx-auth-kit/core';
import { AuthAnswer } from './auth-answer';
import { AuthCall, AuthMethod } from './auth-call';
import { CannedApi } from './canned-api';
import { grantedTokens } from './granted-tokens';
import { confirm } from './start-session';
import { TESTED_BACKEND } from './tested-backend';

/**
 * The test's hand on the session and on what the backend answers. Provided by `provideAuthTesting`.
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

  /** What the app asked of the backend, the oldest first; what the guards asked is among it. */
  get calls(): readonly AuthCall[] {
    return [...this.api.calls];
  }

  /**
   * Signs in, without a call to the backend. While it is pending who is signed in, this answers it,
   * and `events` tells of no `login`.
   * @param token Default: `test-token`.
   * @throws where the token is malformed or expired, or the session is a cookie's.
   */
  signIn(user: object | null = null, token?: string): void {
    const tokens = grantedTokens(token, this.backend);
    if (this.store.status() === 'pending') confirm(this.store, tokens, user);
    else this.store.signIn(this.store.attempt, tokens && { tokens, offset: 0 }, user as AuthUser);
  }

  /** Signs out, without a call to the backend. */
  signOut(): void {
    this.store.signOut({ reason: 'logout', isOwed: false });
  }

  /** Ends the session as the expiry of its token does. */
  expire(): void {
    this.store.dispatch({ type: 'denied', lease: this.store.lease(), reason: 'expired' });
  }

  /** Signs in nobody in particular, signs out, or makes it unknown again who is signed in. */
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
   * Answers the next call so. Without it calls succeed and name no user; calls that are planned for
   * are answered in the order of the plans.
   * @throws where the token is malformed or expired, or the session is a cookie's.
   */
  succeedNext(method: AuthMethod, answer: AuthAnswer = {}): void {
    if (answer.token) grantedTokens(answer.token, this.backend);
    this.api.plan(method, answer);
  }

  /**
   * Fails the next call.
   * @param error A code, or an `AuthError` with fields, a message or `retryAfter`.
   */
  failNext(method: AuthMethod, error: AuthErrorCode | AuthError): void {
    this.api.plan(method, error instanceof AuthError ? error : new AuthError(error));
  }

  /**
   * Leaves the next call unanswered, so that the page can be seen waiting.
   * @returns answers it.
   */
  holdNext(method: AuthMethod): () => void {
    return this.api.hold(method);
  }
}
