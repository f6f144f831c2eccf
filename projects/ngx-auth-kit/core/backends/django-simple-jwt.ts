import { AuthBackend } from './auth-backend';
import { readDjangoError } from './django-errors';
import { property, textProperty } from './property';

/**
 * Django REST framework with Simple JWT. Ran against the real server (`npm run test:servers`).
 *
 * - `POST /token/` with `{ username, password }` answers `{ access, refresh }`. The slash at the
 *   end is needed
 * - `POST /token/refresh/` with `{ refresh }` answers `{ access }`, and `refresh` if refresh tokens
 *   rotate
 * - `POST /token/blacklist/` with `{ refresh }` signs out, if the blacklist app is installed
 * - errors are `{ detail, code }` or `{ field: […] }`
 * - there is no endpoint for the user: add your own
 *
 * ```ts
 * provideAuth({ baseUrl: 'http://localhost:8000/api', backend: djangoSimpleJwt }, withTokenRefresh())
 * ```
 */
export const djangoSimpleJwt: AuthBackend = {
  headerPrefix: 'Bearer',
  identifier: 'username',
  endpoints: {
    login: { path: '/token/' },
    refresh: { path: '/token/refresh/', body: refreshBody },
    logout: { path: '/token/blacklist/', token: 'none', body: refreshBody },
  },
  readTokens: ({ body }) => {
    const accessToken = textProperty(body, 'access');
    return accessToken === undefined
      ? null
      : { accessToken, refreshToken: textProperty(body, 'refresh') };
  },
  readUser: () => null,
  readError: readDjangoError,
};

function refreshBody(tokens: unknown): unknown {
  return { refresh: property(tokens, 'refreshToken') };
}
