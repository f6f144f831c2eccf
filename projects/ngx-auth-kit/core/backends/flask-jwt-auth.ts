import { AuthBackend } from './auth-backend';
import { messageAt } from './message-at';
import { property } from './property';
import { readTokens } from './read-tokens';
import { userAt } from './user-at';

/**
 * Real Python's `flask-jwt-auth`, the default. Ran against a Flask server that gives the answers
 * recorded from the original.
 *
 * - `POST /login` and `POST /register` with `{ email, password }` answer `{ status, message,
 *   auth_token }`
 * - a duplicate registration is a **202** with `status: 'fail'`, and a refused login is a **404**
 * - `GET /status` answers `{ status, data: { user_id, email, admin, registered_on } }`
 * - `POST /logout` puts the token on a block list
 *
 * ```ts
 * provideAuth({ baseUrl: 'http://localhost:5000/auth' })
 * ```
 */
export const flaskJwtAuth: AuthBackend = {
  headerPrefix: 'Bearer',
  endpoints: {
    login: { path: '/login', succeeded: saysSuccess },
    register: { path: '/register', succeeded: saysSuccess },
    status: { path: '/status', succeeded: saysSuccess },
    logout: { path: '/logout' },
  },
  readTokens,
  readUser: ({ body }) => userAt(body, 'data'),
  readError: (response) => messageAt(response, 'message'),
};

function saysSuccess({ body }: { readonly body: unknown }): boolean {
  const status = property(body, 'status');
  return status === undefined || status === 'success';
}
