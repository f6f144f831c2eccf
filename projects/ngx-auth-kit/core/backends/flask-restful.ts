import { AuthBackend } from './auth-backend';
import { messageAt } from './message-at';
import { readTokens } from './read-tokens';

/**
 * Flask-RESTful as `Flask-Angularjs-JSON-Auth` uses it with Satellizer. Tried against a server that
 * answers as recorded from the real one.
 *
 * - `POST /login` with `{ email, password }` answers `{ token }`
 * - `GET /users` answers `{ users: […] }` to a good token and names nobody as the one signed in
 * - errors say `message`; there is no registration and no logout
 *
 * The server knows no CORS, so let the dev server's proxy bring the app and `/api` under one origin.
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
