import { AuthBackend } from './auth-backend';
import { FieldEntry, fieldMessages, itemsOf } from './field-messages';
import { bodyOf, property, textProperty } from './property';
import { readTokens } from './read-tokens';

/**
 * Spring Security with JWT and refresh tokens, as in the samples of bezkoder. Built from their
 * source, not tested with a server.
 *
 * - `POST /signin` with `{ username, password }` answers `{ accessToken, refreshToken }` and the
 *   user beside them
 * - `POST /signup` with `{ username, email, password }` answers `{ message }` and does not sign in
 * - `POST /refreshtoken` with `{ refreshToken }` answers both tokens. A refused one is a **403**
 * - `POST /signout`
 * - errors are `{ message }`
 *
 * ```ts
 * provideAuth({ baseUrl: 'http://localhost:8080/api/auth', backend: springSecurity }, withTokenRefresh())
 * ```
 */
export const springSecurity: AuthBackend = {
  headerPrefix: 'Bearer',
  identifier: 'username',
  endpoints: {
    login: { path: '/signin' },
    register: { path: '/signup' },
    refresh: {
      path: '/refreshtoken',
      body: (tokens) => ({ refreshToken: property(tokens, 'refreshToken') }),
    },
    logout: { path: '/signout' },
  },
  readTokens,
  // Without tokens, the answer is a notice and no user.
  readUser: (response) => (readTokens(response) ? (response.body as object) : null),
  readError: (response) => {
    const body = bodyOf(response);
    return {
      message: textProperty(body, 'message', 'detail'),
      fields: fieldMessages(itemsOf(property(body, 'errors')).map(toField)),
    };
  },
};

/** A binding error, which Spring Boot lists where `server.error.include-binding-errors` says so. */
function toField(item: unknown): FieldEntry {
  return [property(item, 'field'), property(item, 'defaultMessage')];
}
