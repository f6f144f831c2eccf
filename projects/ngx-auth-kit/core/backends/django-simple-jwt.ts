import { AuthBackend } from './auth-backend';
import { readDjangoError } from './django-errors';
import { property, textProperty } from './property';

/**
 * Django REST framework with Simple JWT. Ran against the real server (`npm run test:servers`).
 *
 * - `POST /token/` with `{ username, password }` answers `{ access, refresh }`; the slash matters
 * - `POST /token/refresh/` with `{ refresh }` answers `{ access }`, and `refresh` where it rotates
 * - `POST /token/blacklist/` with `{ refresh }` signs out, where the blacklist app is installed
 * - errors are `{ detail, code }` or `{ field: […] }`; the app brings its own user endpoint
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
