import { AuthBackend } from './auth-backend';
import { messageAt } from './message-at';
import { property } from './property';

/**
 * Real Python's `flask-angular-auth`: a session in a cookie that scripts cannot read. Ran against a
 * Flask server that gives the answers recorded from the original.
 *
 * - `POST /login` with `{ email, password }` answers 200 `{ result: true }`, or **200** `{ result:
 *   false }`
 * - `POST /register` answers `{ result: 'success' }` and does not sign in. A duplicate is also a
 *   **200**, with the reason in `result`
 * - `GET /status` answers `{ status: true }` or `{ status: false }`, and names no user
 * - **`GET`** `/logout`
 *
 * The server has no CORS, so use the dev server's proxy to have the app and `/api` on one origin.
 *
 * ```ts
 * provideAuth({ baseUrl: '/api', backend: flaskSession })
 * ```
 */
export const flaskSession: AuthBackend = {
  session: 'cookie',
  endpoints: {
    login: { path: '/login', succeeded: ({ body }) => property(body, 'result') === true },
    register: {
      path: '/register',
      succeeded: ({ body }) => property(body, 'result') === 'success',
    },
    status: { path: '/status', succeeded: ({ body }) => property(body, 'status') === true },
    logout: { path: '/logout', method: 'GET' },
  },
  readTokens: () => null,
  readUser: () => null,
  readError: (response) => messageAt(response, 'result'),
};
