import { HttpErrorResponse, HttpResponse } from '@angular/common/http';
import { Type } from '@angular/core';
import { AuthErrorDetails } from '../errors/auth-error';
import type { AuthLoginOptions } from '../session/auth-service';
import { AuthTokens } from '../session/auth-tokens';
import { AuthClaims } from '../session/state/access-token';

/** The endpoints that a backend may offer. */
export type AuthEndpointName = keyof AuthBackend['endpoints'];

/** Header values by name. */
export type AuthHeaders = Readonly<Record<string, string>>;

/** One endpoint of a backend. */
export interface AuthEndpoint {
  /** Appended to `baseUrl`, starts with `/`. Used as written: a trailing slash stays. */
  readonly path: string;
  /** Default: `GET` for `status`, else `POST`. */
  readonly method?: string;
  /** How the body travels; `query`: as the query of the URL, without a body. Default: `json`. */
  readonly encoding?: 'json' | 'form' | 'query';
  /** How a good answer is written. Default: `json`. */
  readonly answers?: 'json' | 'text';
  /**
   * Puts the input in the backend's own words. It is what the method of `AuthService` was given, and
   * is sent as it is by default; `secondFactor` is given the challenge too, as one object. `refresh`
   * and `logout` are given the session's `AuthTokens` (null with cookie sessions); by default
   * `refresh` sends `{ refresh_token }` (RFC 6749 §6) unless that token travels in the header, and
   * `logout` sends nothing. `login` and `secondFactor` are given the options of the login as well, so
   * that `remember` can reach the backend.
   */
  body?(input: unknown, options?: AuthLoginOptions): unknown;
  /**
   * Headers that every request to the endpoint carries, such as an API key. A function is given what
   * `body` is given, and may `inject()`. They go with the XSRF fetch before the call as well, where
   * the function is given null. The token's own header is added after them. Default: none.
   */
  readonly headers?: AuthHeaders | ((input: unknown) => AuthHeaders);
  /** Which token travels in the header. Default: `access` for `status`, `logout` and `changePassword`, else `none`. */
  readonly token?: 'access' | 'refresh' | 'none';
  /** Whether cookies travel, for a refresh token in an HttpOnly cookie. Default: with cookie sessions only. */
  readonly withCredentials?: boolean;
  /** Whether a 2xx answer means yes. Default: it does. */
  succeeded?(response: HttpResponse<unknown>): boolean;
  /**
   * For `register`: whether success signs in, or a function that reads it from the answer. Default:
   * if the answer grants tokens.
   */
  readonly signsIn?: boolean | ((response: HttpResponse<unknown>) => boolean);
  /**
   * For `register`: whether a new user who was not signed in must confirm the e-mail address first.
   * `<auth-register>` then says so. Default: false.
   */
  readonly mustConfirmEmail?: boolean;
  /**
   * For `secondFactor`: whether its `body` and that of `resendCode` are given the credentials of the
   * login as well. They are then kept in memory as long as the challenge. Default: false.
   */
  readonly repeatsLogin?: boolean;
}

/**
 * What a backend wants to hear again with the second factor, such as the id of the unfinished login.
 * Kept in memory until somebody signs in or out or another login begins.
 */
export type AuthChallenge = Readonly<Record<string, unknown>>;

/** How a cookie session proves that a request comes from the app's own pages. */
export interface AuthXsrf {
  /** The cookie that scripts can read. Default: `XSRF-TOKEN`. */
  readonly cookie: string;
  /** The header that repeats its value in requests that change something. Default: `X-XSRF-TOKEN`. */
  readonly header: string;
  /** The cookie whose value the `refresh` endpoint wants instead. */
  readonly refreshCookie?: string;
  /**
   * `xsrfRenewal`, which makes the backend set the cookie: before requests that change something if
   * it is missing, and once after a refusal of its value. `path` and `refused` need it. Default: none,
   * and an app without it does not ship its code.
   */
  readonly renewal?: Type<object>;
  /**
   * Appended to `baseUrl`; a `GET` to it makes the backend set the cookie. It is also fetched before
   * whatever a visitor without a session may call (login, registration, the links of mails). Default:
   * none; before `logout` and `changePassword` the `status` endpoint is asked.
   */
  readonly path?: string;
  /**
   * Whether an error answer refuses the XSRF value. The value is then fetched and the request sent
   * once more; if it is refused again, the session is over. Default: status 419, for `logout` also 403.
   */
  refused?(response: HttpErrorResponse): boolean;
}

/**
 * What a backend speaks: plain data and small pure functions, so that a preset can be read, spread
 * and overridden.
 *
 * ```ts
 * const myBackend: AuthBackend = {
 *   ...flaskJwtAuth,
 *   endpoints: { login: { path: '/signin' }, status: { path: '/me' } },
 *   readUser: (response) => response.body as AuthUser,
 * };
 * ```
 */
export interface AuthBackend {
  /** How requests prove the session: a token in a header, or a cookie that scripts cannot read. Default: `token`. */
  readonly session?: 'token' | 'cookie';
  /** The scheme before the token in the header. Default: `Bearer` (RFC 6750 §2.1). `AuthConfig.headerPrefix` overrides it. */
  readonly headerPrefix?: string;
  /** XSRF protection of cookie sessions. Default: Angular's names. */
  readonly xsrf?: AuthXsrf;
  /** What users sign in with: the drop-in forms ask for it and send it by this name. Default: `email`. */
  readonly identifier?: 'email' | 'username' | 'phone';
  /**
   * Whether users have a password. If not, `<auth-login>` asks for the identifier alone, and
   * {@link AuthBackend.readChallenge} says that a code is wanted next. Default: true.
   */
  readonly asksPassword?: boolean;
  /** An absent endpoint is not offered: its method then fails with `not_supported`. */
  readonly endpoints: {
    readonly login: AuthEndpoint;
    readonly register?: AuthEndpoint;
    readonly status?: AuthEndpoint;
    readonly logout?: AuthEndpoint;
    readonly refresh?: AuthEndpoint;
    /** Completes a login that {@link AuthBackend.readChallenge} found unfinished; answers like `login`. */
    readonly secondFactor?: AuthEndpoint;
    /**
     * Has the code of an unfinished login sent again. Its `body` is given what that of `secondFactor`
     * is, without the code. A challenge in the answer replaces the earlier one.
     */
    readonly resendCode?: AuthEndpoint;
    /** Has a mail sent with the means to choose a new password. */
    readonly forgotPassword?: AuthEndpoint;
    /** Sets a new password with what the mail said. */
    readonly resetPassword?: AuthEndpoint;
    /** Confirms an e-mail address with what the mail said. */
    readonly verifyEmail?: AuthEndpoint;
    /** Sets a new password for the signed-in user. */
    readonly changePassword?: AuthEndpoint;
  };
  /** Tokens of a sign-in, registration or refresh answer; null where it has none. */
  readTokens(response: HttpResponse<unknown>): AuthTokens | null;
  /**
   * The user that a sign-in or status answer names; null if it names none. Tokens in it are removed
   * by the library. If a sign-in answer names no user, the `status` endpoint is asked.
   * @param claims The payload of the access token that the answer grants, else of the session's;
   * null if there is none, or an opaque one.
   */
  readUser(response: HttpResponse<unknown>, claims?: AuthClaims | null): object | null;
  /**
   * What a login answer, 2xx or 4xx, asks for before it signs in: a second factor. Null where it
   * asks for nothing. What it returns is handed to the `body` of `secondFactor`.
   */
  readChallenge?(response: HttpResponse<unknown> | HttpErrorResponse): AuthChallenge | null;
  /** What a refusal says. Default: nothing beyond its status. */
  readError?(
    response: HttpResponse<unknown> | HttpErrorResponse,
    endpoint: AuthEndpointName,
  ): AuthErrorDetails | null;
  /**
   * Whether an error answer means that the token itself is no longer accepted, so that the session
   * is refreshed or ends. Default: status 401.
   */
  refusesToken?(response: HttpErrorResponse): boolean;
}
