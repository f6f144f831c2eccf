import { AuthBackend } from './auth-backend';
import { messageAt } from './message-at';
import { property } from './property';
import { readTokens } from './read-tokens';

/**
 * Flask-JWT, as in `flask-ng2-jwt-example`. Tried against a server that answers as recorded from
 * the real one.
 *
 * - `POST /auth` with **exactly** `{ username, password }` answers `{ access_token }`; a third key is
 *   refused like a wrong password
 * - the scheme in the header is `JWT`
 * - `GET /protected` answers `{ current_identity }`, in whatever shape the app gives it
 * - errors are 401 `{ status_code, error, description }`; there is no registration and no logout
 *
 * ```ts
 * provideAuth({ baseUrl: 'http://localhost:5000', backend: flaskJwt })
 * ```
 */
export const flaskJwt: AuthBackend = {
  headerPrefix: 'JWT',
  identifier: 'username',
  endpoints: {
    login: {
      path: '/auth',
      body: (input) => ({
        username: property(input, 'username'),
        password: property(input, 'password'),
      }),
    },
    status: { path: '/protected' },
  },
  readTokens,
  readUser: ({ body }) => {
    const identity = property(body, 'current_identity');
    return identity === undefined || identity === null ? null : { identity };
  },
  readError: (response) => messageAt(response, 'description', 'error'),
};
