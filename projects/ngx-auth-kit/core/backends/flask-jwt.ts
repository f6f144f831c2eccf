import { AuthBackend } from './auth-backend';
import { messageAt } from './message-at';
import { property } from './property';
import { readTokens } from './read-tokens';

/**
 * Flask-JWT, as in `flask-ng2-jwt-example`. Ran against a Flask server that gives the answers
 * recorded from the original.
 *
 * - `POST /auth` with **exactly** `{ username, password }` answers `{ access_token }`. A third key
 *   is refused like a wrong password
 * - the word before the token in the header is `JWT`
 * - `GET /protected` answers `{ current_identity }`. Its format depends on the app
 * - errors are 401 `{ status_code, error, description }`
 * - there is no registration and no logout
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
