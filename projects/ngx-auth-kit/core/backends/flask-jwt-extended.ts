import { AuthBackend } from './auth-backend';
import { messageAt } from './message-at';
import { property, textProperty } from './property';
import { readTokens } from './read-tokens';

/** 401s of Flask-JWT-Extended that do not mean that the token is invalid. */
const NOT_ABOUT_VALIDITY: readonly unknown[] = [
  'Fresh token required',
  'Missing CSRF token',
  'CSRF double submit tokens do not match',
];

/**
 * Flask-JWT-Extended with the routes of its guide. Ran against a Flask server that gives the
 * answers recorded from the original.
 *
 * - `POST /login` with `{ username, password }` answers `{ access_token, refresh_token }`
 * - `POST /register` answers 201 without a token
 * - `GET /protected` answers `{ logged_in_as }`
 * - `POST /refresh` takes the refresh token in the header and answers `{ access_token }`
 * - **`DELETE`** `/logout` revokes the access token
 * - an invalid token is a **422** `{ msg }`, and an expired or revoked one is a 401 `{ msg }`.
 *   Errors of the app are `{ message }`
 *
 * ```ts
 * provideAuth({ baseUrl: 'http://localhost:5000', backend: flaskJwtExtended }, withTokenRefresh())
 * ```
 *
 * If your server has its tokens in cookies (`JWT_TOKEN_LOCATION = ["cookies"]`), here with its own
 * routes:
 *
 * ```ts
 * const inCookies: AuthBackend = {
 *   ...flaskJwtExtended,
 *   session: 'cookie',
 *   xsrf: {
 *     cookie: 'csrf_access_token',
 *     header: 'X-CSRF-TOKEN',
 *     refreshCookie: 'csrf_refresh_token',
 *   },
 *   endpoints: {
 *     login: { path: '/cookie/login' },
 *     status: { path: '/cookie/protected' },
 *     refresh: { path: '/cookie/refresh' },
 *     logout: { path: '/cookie/logout', method: 'DELETE' },
 *   },
 * };
 * ```
 */
export const flaskJwtExtended: AuthBackend = {
  headerPrefix: 'Bearer',
  identifier: 'username',
  endpoints: {
    login: { path: '/login' },
    register: { path: '/register' },
    status: { path: '/protected' },
    refresh: { path: '/refresh', token: 'refresh' },
    logout: { path: '/logout', method: 'DELETE' },
  },
  readTokens,
  readUser: ({ body }) => {
    const username = property(body, 'logged_in_as');
    return username === undefined || username === null ? null : { username };
  },
  readError: (response) => messageAt(response, 'msg', 'message'),
  refusesToken: ({ status, error }) => {
    const message = textProperty(error, 'msg');
    return status === 401
      ? !NOT_ABOUT_VALIDITY.includes(message)
      : status === 422 && message !== undefined;
  },
};
