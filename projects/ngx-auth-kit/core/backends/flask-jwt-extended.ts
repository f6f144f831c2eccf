import { AuthBackend } from './auth-backend';
import { messageAt } from './message-at';
import { property, textProperty } from './property';
import { readTokens } from './read-tokens';

/** 401s of the library that are about something else than the token's validity. */
const NOT_ABOUT_VALIDITY: readonly unknown[] = [
  'Fresh token required',
  'Missing CSRF token',
  'CSRF double submit tokens do not match',
];

/**
 * Flask-JWT-Extended with the routes of its guide. Tried against a server that answers as recorded
 * from the real one.
 *
 * - `POST /login` with `{ username, password }` answers `{ access_token, refresh_token }`
 * - `POST /register` answers 201 without a token
 * - `GET /protected` answers `{ logged_in_as }`
 * - `POST /refresh` takes the refresh token in the header and answers `{ access_token }`
 * - **`DELETE`** `/logout` revokes the access token
 * - an invalid token is a **422** `{ msg }`, an expired or revoked one a 401 `{ msg }`; the app's own
 *   errors say `message`
 *
 * ```ts
 * provideAuth({ baseUrl: 'http://localhost:5000', backend: flaskJwtExtended }, withTokenRefresh())
 * ```
 *
 * With its tokens in cookies (`JWT_TOKEN_LOCATION = ["cookies"]`), here under routes of an app's own:
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
