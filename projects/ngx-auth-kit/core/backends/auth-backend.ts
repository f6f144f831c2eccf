import { HttpErrorResponse, HttpResponse } from '@angular/common/http';
import { Type } from '@angular/core';
import { AuthErrorDetails } from '../errors/auth-error';
import type { AuthLoginOptions } from '../session/auth-service';
import { AuthTokens } from '../session/auth-tokens';
import { AuthClaims } from '../session/state/access-token';

/** The name of an endpoint. */
export type AuthEndpointName = keyof AuthBackend['endpoints'];

/** Header values by header name. */
export type AuthHeaders = Readonly<Record<string, string>>;

/** An endpoint of a backend. */
export interface AuthEndpoint {
  /**
   * The path of the endpoint. It is appended to `baseUrl` and starts with `/`. A slash at the end
   * stays.
   */
  readonly path: string;
  /** The HTTP method. Default: `GET` for `status`, otherwise `POST`. */
  readonly method?: string;
  /**
   * How the body is sent. `form` is `application/x-www-form-urlencoded`. `query` puts the values
   * into the URL and sends no body. Default: `json`.
   */
  readonly encoding?: 'json' | 'form' | 'query';
  /** The format of a successful answer. Default: `json`. */
  readonly answers?: 'json' | 'text';
  /**
   * Maps the argument of the `AuthService` method to what the backend expects. Without `body`, the
   * argument is sent unchanged.
   *
   * - `secondFactor` gets the argument and the challenge, as one object.
   * - `refresh` and `logout` get the session's `AuthTokens`, or null with cookie sessions. Without
   *   `body`, `refresh` sends `{ refresh_token }` (RFC 6749 §6), unless that token is sent in the
   *   header, and `logout` sends nothing.
   * - `login` and `secondFactor` also get the options of the login, so that `remember` can reach
   *   the backend.
   */
  body?(input: unknown, options?: AuthLoginOptions): unknown;
  /**
   * Headers of the requests to this endpoint, such as an API key. A function gets the same input as
   * `body`, and may call `inject()`. The request that fetches an XSRF value before the call has
   * these headers too. For that request, the function gets null. The header with the token is added
   * after them. Default: none.
   */
  readonly headers?: AuthHeaders | ((input: unknown) => AuthHeaders);
  /**
   * The token in the header. Default: `access` for `status`, `logout` and `changePassword`,
   * otherwise `none`.
   */
  readonly token?: 'access' | 'refresh' | 'none';
  /**
   * Sends cookies, for a refresh token in an HttpOnly cookie. Default: true with cookie sessions,
   * otherwise false.
   */
  readonly withCredentials?: boolean;
  /** Returns true if a 2xx answer is a success. Default: every 2xx is. */
  succeeded?(response: HttpResponse<unknown>): boolean;
  /**
   * For `register`: true if a success signs in, or a function that reads it from the answer.
   * Default: true if the answer has tokens.
   */
  readonly signsIn?: boolean | ((response: HttpResponse<unknown>) => boolean);
  /**
   * For `register`: true if new users must confirm the e-mail address before they can sign in.
   * `<auth-register>` then tells them. Default: false.
   */
  readonly mustConfirmEmail?: boolean;
  /**
   * For `secondFactor`: true if its `body`, and that of `resendCode`, also get the credentials of
   * the login. The library then keeps them in memory as long as the challenge. Default: false.
   */
  readonly repeatsLogin?: boolean;
}

/**
 * Data that the backend needs again with the second factor, such as the id of the unfinished login.
 * The library keeps it in memory until a user signs in or out, or another login begins.
 */
export type AuthChallenge = Readonly<Record<string, unknown>>;

/** XSRF protection for cookie sessions: a cookie whose value is sent back in a header. */
export interface AuthXsrf {
  /** The cookie that scripts can read. Without `xsrf`, it is `XSRF-TOKEN`. */
  readonly cookie: string;
  /**
   * The header with the value of the cookie, in requests that change something. Without `xsrf`, it
   * is `X-XSRF-TOKEN`.
   */
  readonly header: string;
  /** The cookie for the `refresh` endpoint. Default: the same as `cookie`. */
  readonly refreshCookie?: string;
  /**
   * `xsrfRenewal`. It makes the backend set the cookie: before requests that change something if
   * the cookie is missing, and once after the backend has refused its value. `path` and `refused`
   * need it. Default: none. Apps without it do not ship its code.
   */
  readonly renewal?: Type<object>;
  /**
   * A path, appended to `baseUrl`. A `GET` to it makes the backend set the cookie. The library also
   * fetches it before calls that visitors without a session can make: login, registration, and the
   * links of e-mails. Default: none. Then the `status` endpoint is asked before `logout` and
   * `changePassword`.
   */
  readonly path?: string;
  /**
   * Returns true if an error answer refuses the XSRF value. The library then fetches the value and
   * sends the request once more. If it is refused again, the session is over. Default: status 419,
   * and for `logout` also 403.
   */
  refused?(response: HttpErrorResponse): boolean;
}

/**
 * Describes a backend with plain data and small pure functions. You can read a preset, spread it
 * and override parts of it.
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
  /**
   * What proves the session: a token in a header, or a cookie that scripts cannot read. Default:
   * `token`.
   */
  readonly session?: 'token' | 'cookie';
  /**
   * The word before the token in the header (RFC 6750 §2.1). `AuthConfig.headerPrefix` overrides
   * it. Default: `Bearer`.
   */
  readonly headerPrefix?: string;
  /** XSRF protection of cookie sessions. Default: the names that Angular uses. */
  readonly xsrf?: AuthXsrf;
  /**
   * What users sign in with. The forms ask for it and use it as the name of the value. Default:
   * `email`.
   */
  readonly identifier?: 'email' | 'username' | 'phone';
  /**
   * False if users have no password. `<auth-login>` then asks only for the identifier, and {@link
   * AuthBackend.readChallenge} reports that a code is needed. Default: true.
   */
  readonly asksPassword?: boolean;
  /** The endpoints. Without an endpoint, its method fails with `not_supported`. */
  readonly endpoints: {
    readonly login: AuthEndpoint;
    readonly register?: AuthEndpoint;
    readonly status?: AuthEndpoint;
    readonly logout?: AuthEndpoint;
    readonly refresh?: AuthEndpoint;
    /**
     * Completes a login for which {@link AuthBackend.readChallenge} returned a challenge. Answers
     * like `login`.
     */
    readonly secondFactor?: AuthEndpoint;
    /**
     * Sends the code of an unfinished login again. Its `body` gets the same input as that of
     * `secondFactor`, without the code. A challenge in the answer replaces the earlier one.
     */
    readonly resendCode?: AuthEndpoint;
    /** Sends an e-mail with a link for a new password. */
    readonly forgotPassword?: AuthEndpoint;
    /** Sets a new password, with the token of the e-mail. */
    readonly resetPassword?: AuthEndpoint;
    /** Verifies an e-mail address, with the token of the e-mail. */
    readonly verifyEmail?: AuthEndpoint;
    /** Sets a new password for the signed-in user. */
    readonly changePassword?: AuthEndpoint;
  };
  /** Returns the tokens of a sign-in, registration or refresh answer, or null if it has none. */
  readTokens(response: HttpResponse<unknown>): AuthTokens | null;
  /**
   * Returns the user of a sign-in or status answer, or null if it names none. The library removes
   * tokens from the user. If a sign-in answer names no user, the `status` endpoint is asked.
   * @param claims The payload of the access token in the answer, or of the session's token. Null if
   * there is no token, or an opaque one.
   */
  readUser(response: HttpResponse<unknown>, claims?: AuthClaims | null): object | null;
  /**
   * Returns an object if a login answer (2xx or 4xx) asks for a second factor, otherwise null. The
   * `body` of `secondFactor` gets this object.
   */
  readChallenge?(response: HttpResponse<unknown> | HttpErrorResponse): AuthChallenge | null;
  /** Returns the details of a refusal. Default: the status alone decides. */
  readError?(
    response: HttpResponse<unknown> | HttpErrorResponse,
    endpoint: AuthEndpointName,
  ): AuthErrorDetails | null;
  /**
   * Returns true if an error answer means that the token is no longer accepted. The session is then
   * refreshed, or ends. Default: status 401.
   */
  refusesToken?(response: HttpErrorResponse): boolean;
}
