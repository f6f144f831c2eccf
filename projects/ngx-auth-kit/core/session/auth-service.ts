import { computed, inject, Injectable, Signal } from '@angular/core';
import { concatMap, defer, from, map, Observable, of } from 'rxjs';
import { AuthEndpointName } from '../backends/auth-backend';
import { BROWSER_WINDOW } from '../config/browser-window';
import { AUTH_CONFIG } from '../config/resolved-config';
import { RunTimeConfig } from '../config/run-time-config';
import { whenThere } from '../config/when-configured';
import { AuthError } from '../errors/auth-error';
import { AuthApi } from '../http/auth-api';
import { AuthEvent } from './auth-event';
import { AuthSession } from './auth-session';
import { AuthUser } from './auth-user';
import { SessionQuestion } from './check/session-question';
import { StatusCheck } from './check/status-check';
import { PasswordChange } from './password/password-change';
import { FreshCredentials } from './refresh/fresh-credentials';
import { SessionRefresh } from './refresh/session-refresh';
import { AnswerReader } from './sign-in/answer-reader';
import { GivenSession } from './sign-in/given-session';
import { SignIn } from './sign-in/sign-in';
import { SignOut } from './sign-in/sign-out';
import { AuthClaims } from './state/access-token';
import { AuthStatus } from './state/session-state';
import { SessionStore } from './state/session-store';

const NO_TOKENS =
  'setSession() takes tokens, and here a cookie proves the session. Use login(), or checkStatus() once the backend has set the cookie.';

/** Options of `AuthService.login` and `AuthService.setSession`. */
export interface AuthLoginOptions {
  /**
   * False if the session should end with the tab. Needs `withRememberMe()`; otherwise the option
   * `storage` decides. The `body` of the login endpoint also gets it. Default: true.
   */
  readonly remember?: boolean;
}

/** The result of a registration. */
export interface AuthRegistration<User = AuthUser> {
  /**
   * The new user, or null if the backend names none. After a sign-in, the `status` endpoint is
   * asked as for `login`.
   */
  readonly user: User | null;
  /** True if the backend signed the new user in. */
  readonly authenticated: boolean;
}

/**
 * Signs users in and out, and knows who is signed in. Its Observables do nothing until you
 * subscribe. They emit one value and complete, and fail only with `AuthError`. If the methods of
 * `storage` return promises, they wait for the first read, and a sign-in or sign-out completes when
 * it is written.
 *
 * ```ts
 * const auth = inject(AuthService);
 * auth.login({ email, password }).subscribe(() => router.navigateByUrl('/'));
 * auth.isAuthenticated();
 * ```
 */
@Injectable({ providedIn: 'root' })
export class AuthService<User extends object = AuthUser> {
  readonly #config = inject(AUTH_CONFIG);
  readonly #api = inject(AuthApi);
  readonly #store = inject(SessionStore);
  readonly #answers = inject(AnswerReader);
  readonly #given = inject(GivenSession);
  readonly #signIn = inject(SignIn);
  readonly #signOut = inject(SignOut);
  readonly #passwordChange = inject(PasswordChange);
  readonly #statusCheck = inject(StatusCheck);
  readonly #window = inject(BROWSER_WINDOW);
  readonly #question = inject(SessionQuestion);
  readonly #credentials = inject(FreshCredentials);
  readonly #refresh = inject(SessionRefresh, { optional: true });
  readonly #runTime = inject(RunTimeConfig, { optional: true });

  /**
   * The status: `authenticated`, `anonymous`, or `pending` if it is not known yet. `pending` does
   * not mean signed out.
   */
  readonly status: Signal<AuthStatus> = this.#store.status;
  /** True if a user is signed in. */
  readonly isAuthenticated: Signal<boolean> = computed(() => this.status() === 'authenticated');
  /**
   * The user as the sign-in answer or the `status` endpoint describes them. The endpoint is asked
   * after sign-in. Null until the backend has named a user.
   */
  readonly user = this.#store.user as Signal<User | null>;
  /** The access token. Null without a session, and with cookie sessions. */
  readonly token: Signal<string | null> = computed(
    () => this.#store.tokens()?.access.value ?? null,
  );
  /** The decoded payload of the access token. It is not verified. Null for opaque tokens. */
  readonly claims: Signal<AuthClaims | null> = computed(
    () => this.#store.tokens()?.access.claims ?? null,
  );
  /** When the access token expires, by the server's clock. Null if unknown. */
  readonly expiresAt: Signal<Date | null> = computed(() => {
    const moment = this.#store.tokens()?.expiresAt ?? null;
    return moment === null ? null : new Date(moment);
  });
  /**
   * The end of the last session: `expired`, `refused`, `idle`, or `logout` if another tab ended it.
   * Null during a session, and after a sign-out that was requested in this tab.
   */
  readonly endedBy: Signal<AuthEvent | null> = this.#store.endedBy;
  /** Emits changes of the session, after they have taken effect. */
  readonly events: Observable<AuthEvent> = this.#store.events;

  /**
   * Signs in and emits the user. If the login answer names no user, the `status` endpoint is asked.
   * Emits null if there is no such endpoint, or if it fails or names no user within three seconds.
   * The user is signed in nevertheless. Fails with `second_factor_required` if the backend needs a
   * one-time code. Then call `verifySecondFactor`.
   * @param credentials What the backend expects, such as `{ email, password }`.
   */
  login(credentials: unknown, { remember }: AuthLoginOptions = {}): Observable<User | null> {
    return this.#whenWritten(
      () => this.#signIn.login(credentials, remember) as Observable<User | null>,
    );
  }

  /**
   * Completes the last login that failed with `second_factor_required`, with its `remember`. If the
   * code is wrong, it fails with `invalid_credentials`, and the user can try again. If there is no
   * such login, or the backend has given it up, it fails with `session_expired`.
   * @param answer `{ code }` for the presets. For your own backend, what its `body` expects.
   */
  verifySecondFactor(answer: unknown): Observable<User | null> {
    return this.#whenWritten(() => this.#signIn.complete(answer) as Observable<User | null>);
  }

  /**
   * Sends the code of the login again, by e-mail or text message. If this fails, the earlier code
   * may still be valid. Fails with `not_supported` if the backend has no endpoint `resendCode`, and
   * with `session_expired` like `verifySecondFactor`.
   */
  resendCode(): Observable<void> {
    return this.#signIn.resend();
  }

  /** Forgets a login that waits for its second factor. */
  cancelLogin(): void {
    this.#signIn.cancel();
  }

  /**
   * Asks the backend to send an e-mail with a link for a new password. The result does not tell if
   * the account exists, unless the backend does.
   * @param details `{ email }` for the presets. For your own backend, what its `body` expects.
   */
  forgotPassword(details: unknown): Observable<void> {
    return this.#ask('forgotPassword', details);
  }

  /**
   * Sets a new password with the token of the e-mail. If the token is no longer valid, it fails
   * with `rejected`. It signs no one in: tokens in the answer are ignored.
   * @param details `{ token, password }` for the presets, and `uid` and `email` if the link has
   * them. For your own backend, what its `body` expects.
   */
  resetPassword(details: unknown): Observable<void> {
    return this.#ask('resetPassword', details);
  }

  /**
   * Verifies an e-mail address with the token of the e-mail. If the token is no longer valid, it
   * fails with `rejected`.
   * @param details `{ token }` for the presets, and `uid` if the link has it. For your own backend,
   * what its `body` expects.
   */
  verifyEmail(details: unknown): Observable<void> {
    return this.#ask('verifyEmail', details);
  }

  /**
   * Sets a new password for the signed-in user. The session continues with its tokens: those in the
   * answer are ignored. If the current password is wrong, it fails with `invalid_credentials`, or
   * with the code of the backend, and the session continues. If the session is refused, it ends,
   * and the call fails with `session_expired`.
   * @param details `{ currentPassword, newPassword }` for the presets. For your own backend, what
   * its `body` expects.
   */
  changePassword(details: unknown): Observable<void> {
    return this.#whenRead(() => this.#passwordChange.run(details));
  }

  /**
   * Registers an account. Some backends sign the new user in, others do not.
   * @param details What the backend expects, such as `{ email, password }`.
   */
  register(details: unknown): Observable<AuthRegistration<User>> {
    return this.#whenWritten(() => {
      const { attempt } = this.#store;
      return this.#signOut.whenSettled(this.#api.call('register', details, null)).pipe(
        this.#store.untilSignOut(),
        concatMap((response) => {
          const authenticated = this.#answers.signsIn(response);
          const user = authenticated
            ? this.#signIn.begin(response, attempt)
            : of(this.#answers.user(response, null));
          return user.pipe(map((user) => ({ user: user as User | null, authenticated })));
        }),
      );
    });
  }

  /**
   * Asks the backend who is signed in, and emits the user. If the backend refuses the session, the
   * session ends (`session_expired`). If the backend fails or cannot be reached, it does not. Emits
   * null without a session.
   */
  checkStatus(): Observable<User | null> {
    return this.#whenRead(() => this.#statusCheck.run() as Observable<User | null>);
  }

  /**
   * Refreshes the session now. Fails with `session_expired` if there is no session or the backend
   * refuses it, and with `not_supported` without `withTokenRefresh()`.
   */
  refresh(): Observable<void> {
    return this.#whenRead(() => {
      if (!this.#refresh) throw new AuthError('not_supported');
      return this.#refresh.refresh(this.#store.lease()).pipe(map(() => undefined));
    });
  }

  /**
   * Emits an access token that is valid now, for clients that cannot use the interceptor:
   * WebSockets, SignalR, clients with a token callback. Waits while the status is `pending`. If the
   * token has expired, it is refreshed first. Emits null without a session, with cookie sessions
   * and on a server. Do not keep the token: ask again for each connection or request.
   *
   * Fails like `refresh()` if a refresh that is due fails, with `session_expired` if another
   * session replaces this one, and with `network` if the token has expired, cannot be refreshed,
   * and the backend cannot be asked.
   */
  freshToken(): Observable<string | null> {
    return this.#whenRead(() => {
      if (this.#config.usesCookie || !this.#window) return of(null);
      const lease = this.#store.lease();
      const known = this.#question.isAuthenticated();
      return (typeof known === 'boolean' ? of(known) : known).pipe(
        concatMap(() => this.#credentials.whenFresh()),
        map(() => {
          const isOther = this.status() !== 'anonymous' && this.#store.judge(lease) === 'stale';
          if (isOther) throw new AuthError('session_expired');
          const isDoubtful = this.#store.hasExpired() && !this.#store.isRefreshable();
          if (isDoubtful) throw new AuthError('network');
          return this.token();
        }),
      );
    });
  }

  /**
   * Signs out, first in this tab and all others, then at the backend. It completes whatever the
   * backend answers. The call continues if you unsubscribe.
   */
  logout(): Observable<void> {
    return this.#whenWritten(() => {
      this.#signIn.cancel();
      return this.#signOut.run('logout');
    });
  }

  /**
   * Begins a session with a token that your app got elsewhere. A token of the same subject
   * continues the session, with its user and refresh token. Returns false if the token is malformed
   * or expired. Then nothing has changed. The backend is not asked if it accepts the token. For
   * that, call `checkStatus()`.
   */
  setToken(token: string): boolean {
    return !this.#config.usesCookie && this.#given.take({ accessToken: token });
  }

  /**
   * Begins a session with tokens that your app got elsewhere, such as from an identity provider or
   * a native app. Tokens of the same subject continue the session, unless you pass `remember`.
   * Values that you leave out stay. Returns false if a token is malformed or the access token has
   * expired. Then nothing has changed. The backend is not asked if it accepts the tokens, nor who
   * the user is. For that, call `checkStatus()`.
   * @throws `not_supported` with cookie sessions, which only an answer of the backend can begin.
   */
  setSession(session: AuthSession<User>, { remember }: AuthLoginOptions = {}): boolean {
    if (this.#config.usesCookie) {
      throw new AuthError(
        'not_supported',
        typeof ngDevMode === 'undefined' || ngDevMode ? { message: NO_TOKENS } : {},
      );
    }
    return this.#given.take(session, remember);
  }

  /**
   * Replaces the user in all tabs of the session, for example after the user has saved a profile.
   * The backend is not told. Without a session, nothing happens.
   * @param user Plain data without tokens. Tokens of the session are removed.
   */
  setUser(user: User): void {
    this.#given.takeUser(user);
  }

  /** Waits until a storage with promises has been read. */
  #whenRead<T>(task: () => Observable<T>): Observable<T> {
    return defer(() => whenThere(this.#runTime, task));
  }

  /** Also, nothing is said to be done before such a storage has it: the app may leave the page then. */
  #whenWritten<T>(task: () => Observable<T>): Observable<T> {
    return this.#whenRead(task).pipe(
      concatMap((value) => {
        const written = this.#runTime?.mirror?.settled(false);
        return written ? from(written).pipe(map(() => value)) : of(value);
      }),
    );
  }

  #ask(name: AuthEndpointName, details: unknown): Observable<void> {
    return this.#whenRead(() => this.#api.call(name, details, this.#store.tokens())).pipe(
      map(() => undefined),
    );
  }
}
