import { HttpResponse } from '@angular/common/http';
import { AuthErrorDetails } from '../errors/auth-error';
import type { AuthLoginOptions } from '../session/auth-service';
import { AuthBackend, AuthEndpointName } from './auth-backend';
import { confirmedPassword, passwordChange, passwordChangeFields } from './confirmed-password';
import { entriesOf, fieldMessages } from './field-messages';
import { bodyOf, property, textProperty } from './property';
import { userIn } from './user-in';
import { xsrfRenewal } from './xsrf-renewal';

/**
 * Laravel Sanctum for single-page apps, with the routes of Breeze or Fortify: a session in a cookie
 * that scripts cannot read. Built from their documentation and source, not tested with a server.
 *
 * - `GET /sanctum/csrf-cookie` sets `XSRF-TOKEN`. Its value is sent back in `X-XSRF-TOKEN`
 * - `POST /login` with `{ email, password }`, and `remember` if the user was asked, answers 204, or
 *   `{ two_factor }` with Fortify. A refusal is a **422** about the address, like a form error. So
 *   is "too many attempts"
 * - `POST /register` also takes `password_confirmation`, and signs in
 * - `POST /forgot-password` with `{ email }` sends an e-mail, and `/reset-password` takes its token
 *   and the address. The link that verifies an address leads to Laravel itself
 * - only Fortify has `POST /two-factor-challenge` and `PUT /user/password`
 * - `GET /api/user` answers the user, and `POST /logout` answers 204
 * - a wrong XSRF value is a **419**, and so is an expired session
 * - errors are `{ message, errors: { field: […] } }`
 *
 * The app and the API must share a registrable domain (`SESSION_DOMAIN`,
 * `SANCTUM_STATEFUL_DOMAINS`).
 *
 * ```ts
 * provideAuth({ baseUrl: 'http://localhost:8000', backend: laravelSanctum })
 * ```
 */
export const laravelSanctum: AuthBackend = {
  session: 'cookie',
  xsrf: {
    cookie: 'XSRF-TOKEN',
    header: 'X-XSRF-TOKEN',
    path: '/sanctum/csrf-cookie',
    renewal: xsrfRenewal,
  },
  endpoints: {
    login: { path: '/login', body: withRemember, succeeded: signsIn },
    register: { path: '/register', body: withConfirmation, succeeded: signsIn, signsIn: true },
    status: { path: '/api/user', succeeded: ({ body }) => userIn(body) !== null },
    logout: { path: '/logout' },
    secondFactor: { path: '/two-factor-challenge', succeeded: signsIn },
    forgotPassword: { path: '/forgot-password' },
    resetPassword: {
      path: '/reset-password',
      body: (input) => ({
        token: property(input, 'token'),
        email: property(input, 'email'),
        ...confirmedPassword(property(input, 'password')),
      }),
    },
    changePassword: {
      path: '/user/password',
      method: 'PUT',
      body: passwordChange,
    },
  },
  readTokens: () => null,
  readUser: ({ body }) => userIn(body, 'two_factor'),
  readChallenge: (response) => (property(bodyOf(response), 'two_factor') === true ? {} : null),
  readError: (response, endpoint) => {
    if (response instanceof HttpResponse) return { code: 'invalid_response' };
    const body = bodyOf(response);
    const fields = fieldMessages(entriesOf(property(body, 'errors')));
    const refused = response.status === 422 ? readRefusal(endpoint, fields) : null;
    return (
      refused ?? {
        message: textProperty(body, 'message'),
        fields: passwordChangeFields(fields, endpoint),
      }
    );
  },
};

/** Any page may answer 200, so it takes 201, 204 or an object, and no question for a second factor. */
function signsIn({ status, body }: HttpResponse<unknown>): boolean {
  const answers = status === 201 || status === 204 || userIn(body) !== null;
  return answers && property(body, 'two_factor') !== true;
}

function withRemember(input: unknown, { remember }: AuthLoginOptions = {}): unknown {
  return remember === undefined ? input : { ...(input as object), remember };
}

function withConfirmation(input: unknown): unknown {
  return { password_confirmation: property(input, 'password'), ...(input as object) };
}

/**
 * A refused login is a complaint about the address alone, in the language of the user. "Too many
 * attempts" is one too, and says after how many seconds to come back.
 */
function readRefusal(
  endpoint: AuthEndpointName,
  fields: AuthErrorDetails['fields'] = {},
): AuthErrorDetails | null {
  const [[field, message = ''] = [], ...others] = Object.entries(fields);
  if (endpoint === 'secondFactor') return field ? { code: 'invalid_credentials' } : null;
  if (endpoint !== 'login') return null;
  if (others.length > 0 || (field !== 'email' && field !== 'username')) return null;
  return { code: /\d/.test(message) ? 'rate_limited' : 'invalid_credentials' };
}
