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
   * Whether the session outlives the tab. Needs `withRememberMe()`; otherwise the option `storage`
   * decides. The `body` of the login endpoint is given it as well. Default: true.
   */
  readonly remember?: boolean;
}

/** The outcome of a registration. */
export interface AuthRegistration<User = AuthUser> {
  /** The new user, asked for as after `login`; null if the backend names none. */
  readonly user: User | null;
  /** Whether the backend signed the new user in at once. */
  readonly authenticated: boolean;
}

/**
 * Signs users in and out and knows who is signed in. Its Observables are cold, complete after one
 * value and fail with `AuthError` only. If `storage` answers promises, they wait for its first answer, and
 * a sign-in or sign-out is over when it is written.
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

  /** Whether somebody is signed in. `pending`: not known yet, which is not signed out. */
  readonly status: Signal<AuthStatus> = this.#store.status;
  /** Whether somebody is known to be signed in. */
  readonly isAuthenticated: Signal<boolean> = computed(() => this.status() === 'authenticated');
  /**
   * The user: as the sign-in answer says, else as the `status` endpoint does, which is asked after
   * sign-in. Null until the backend has named one.
   */
  readonly user = this.#store.user as Signal<User | null>;
  /** The access token; null without a session and with cookie sessions. */
  readonly token: Signal<string | null> = computed(
    () => this.#store.tokens()?.access.value ?? null,
  );
  /** The decoded payload of the access token, not verified; null for opaque tokens. */
  readonly claims: Signal<AuthClaims | null> = computed(
    () => this.#store.tokens()?.access.claims ?? null,
  );
  /** When the access token expires by the server's clock; null where unknown. */
  readonly expiresAt: Signal<Date | null> = computed(() => {
    const moment = this.#store.tokens()?.expiresAt ?? null;
    return moment === null ? null : new Date(moment);
  });
  /**
   * What ended the last session: `expired`, `refused`, `idle`, or `logout` if another tab ended it.
   * Null with a session, and after a sign-out that was asked for in this tab.
   */
  readonly endedBy: Signal<AuthEvent | null> = this.#store.endedBy;
  /** Changes of the session, after they have taken effect. */
  readonly events: Observable<AuthEvent> = this.#store.events;

  /**
   * Signs in. Answers the user. If the login answer names none, the `status` endpoint is asked; null
   * if there is no such endpoint, or it fails or names nobody within three seconds. The sign-in stands
   * whatever it answers. Fails with `second_factor_required` where the backend wants a one-time code as well; then
   * `verifySecondFactor` completes it.
   * @param credentials As the backend wants them, e.g. `{ email, password }`.
   */
  login(credentials: unknown, { remember }: AuthLoginOptions = {}): Observable<User | null> {
    return this.#whenWritten(
      () => this.#signIn.login(credentials, remember) as Observable<User | null>,
    );
  }

  /**
   * Completes the last login that failed with `second_factor_required`, with its `remember`. A wrong
   * code is `invalid_credentials` and leaves room for another try. Without such a login, or where
   * the backend has given it up, it fails with `session_expired`.
   * @param answer The presets take `{ code }`; your own backend, what its `body` takes.
   */
  verifySecondFactor(answer: unknown): Observable<User | null> {
    return this.#whenWritten(() => this.#signIn.complete(answer) as Observable<User | null>);
  }

  /**
   * Has the code sent again that the login waits for, by mail or text message. A failure leaves the
   * login open, so that the earlier code may still be used. Fails with `not_supported` if the backend
   * has no endpoint `resendCode`, and with `session_expired` as `verifySecondFactor` does.
   */
  resendCode(): Observable<void> {
    return this.#signIn.resend();
  }

  /** Forgets a login that waits for its second factor. */
  cancelLogin(): void {
    this.#signIn.cancel();
  }

  /**
   * Has a mail sent with the means to choose a new password. Says nothing of whether the account
   * exists, unless the backend does.
   * @param details The presets take `{ email }`; your own backend, what its `body` takes.
   */
  forgotPassword(details: unknown): Observable<void> {
    return this.#ask('forgotPassword', details);
  }

  /**
   * Sets a new password with what the mail said. A token that is no longer good is `rejected`. Signs
   * nobody in: tokens in the answer are ignored.
   * @param details The presets take `{ token, password }` and, where the mail's link has them, `uid`
   * and `email`; your own backend, what its `body` takes.
   */
  resetPassword(details: unknown): Observable<void> {
    return this.#ask('resetPassword', details);
  }

  /**
   * Confirms an e-mail address with what the mail said. A token that is no longer good is `rejected`.
   * @param details The presets take `{ token }` and, where the mail's link has it, `uid`; your own
   * backend, what its `body` takes.
   */
  verifyEmail(details: unknown): Observable<void> {
    return this.#ask('verifyEmail', details);
  }

  /**
   * Sets a new password for the signed-in user. A wrong current password is `invalid_credentials`,
   * or what the backend calls it, and ends nothing; a refused session ends with `session_expired`.
   * The session goes on with the tokens it has: those in the answer are ignored.
   * @param details The presets take `{ currentPassword, newPassword }`; your own backend, what its
   * `body` takes.
   */
  changePassword(details: unknown): Observable<void> {
    return this.#whenRead(() => this.#passwordChange.run(details));
  }

  /**
   * Registers an account. Some backends sign the new user in at once, some do not.
   * @param details As the backend wants them, e.g. `{ email, password }`.
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
   * Asks the backend who is signed in. A backend that refuses the session ends it
   * (`session_expired`); one that fails or is out of reach does not. Null without a session.
   */
  checkStatus(): Observable<User | null> {
    return this.#whenRead(() => this.#statusCheck.run() as Observable<User | null>);
  }

  /**
   * Refreshes the session now. Fails with `session_expired` where there is none or the backend refuses
   * it, and with `not_supported` without `withTokenRefresh()`.
   */
  refresh(): Observable<void> {
    return this.#whenRead(() => {
      if (!this.#refresh) throw new AuthError('not_supported');
      return this.#refresh.refresh(this.#store.lease()).pipe(map(() => undefined));
    });
  }

  /**
   * The access token, valid now, for what cannot use the interceptor: WebSockets, SignalR, clients with a
   * token callback. Waits while the status is pending, and refreshes the token first if it has
   * expired. Null without a session, with cookie sessions and on a server. Do not keep the token:
   * ask again for each connection or request.
   *
   * Fails as `refresh()` does if a refresh that is due fails, with `session_expired` if the session
   * is replaced meanwhile, and with `network` if the token has expired and the backend, which may
   * know better than the clock, does not answer.
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
   * Signs out: here and in every tab at once, then at the backend. Completes whatever the backend
   * answers; its call goes on when the subscriber leaves with the page that it was on.
   */
  logout(): Observable<void> {
    return this.#whenWritten(() => {
      this.#signIn.cancel();
      return this.#signOut.run('logout');
    });
  }

  /**
   * Begins a session with a token obtained elsewhere. A token of the same subject continues the
   * session, with its user and refresh token. Returns false if the token is malformed or expired;
   * then nothing has changed. The backend is not asked whether it accepts it; `checkStatus()` does.
   */
  setToken(token: string): boolean {
    return !this.#config.usesCookie && this.#given.take({ accessToken: token });
  }

  /**
   * Begins a session with tokens obtained elsewhere, such as from an identity provider or a native
   * app. Tokens of the same subject continue the session, unless `remember` is given; what is left
   * out stays. Returns false if a token is malformed or the access token expired; then nothing has
   * changed. The backend is not asked whether it accepts them or who the user is; `checkStatus()`
   * does.
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
   * Replaces the user, such as after a profile was saved; in the other tabs of the session, too. The
   * backend is not told. Without a session nothing happens.
   * @param user Plain data, without tokens; those of the session are removed.
   */
  setUser(user: User): void {
    this.#given.takeUser(user);
  }

  /** Nothing is done before storage that answers promises has been read. */
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
