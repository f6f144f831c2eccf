import { AuthBackend } from './auth-backend';
import { messageAt } from './message-at';
import { readTokens } from './read-tokens';

/**
 * Flask-RESTful with Satellizer, as in `Flask-Angularjs-JSON-Auth`. Ran against a Flask server that
 * gives the answers recorded from the original.
 *
 * - `POST /login` with `{ email, password }` answers `{ token }`
 * - `GET /users` answers `{ users: […] }` to a valid token. It does not name the signed-in user
 * - errors are `{ message }`
 * - there is no registration and no logout
 *
 * The server has no CORS, so use the dev server's proxy to have the app and `/api` on one origin.
 *
 * ```ts
 * provideAuth({ baseUrl: '/api', backend: flaskRestful })
 * ```
 */
export const flaskRestful: AuthBackend = {
  headerPrefix: 'Bearer',
  endpoints: {
    login: { path: '/login' },
    status: { path: '/users' },
  },
  readTokens,
  readUser: () => null,
  readError: (response) => messageAt(response, 'message'),
};
