import { AuthErrorDetails } from '../errors/auth-error';
import { AuthBackend } from './auth-backend';
import { readDjangoError } from './django-errors';
import { bodyOf, property } from './property';
import { readTokens } from './read-tokens';
import { withoutTokens } from './without-tokens';

/**
 * dj-rest-auth with Django REST framework's own tokens. The contract was recorded from the real
 * server.
 *
 * - `POST /login/` with `{ username, password }` (or `email`) answers `{ key }`; the scheme in the
 *   header is `Token`
 * - a refused login is a **400** `{ non_field_errors: […] }`
 * - `POST /registration/` wants the password twice, as `password1` and `password2`; it answers
 *   `{ key }`, or `{ detail }` where the address has to be verified first
 * - `GET /user/` answers the user, `POST /logout/` deletes the token
 *
 * ```ts
 * provideAuth({ baseUrl: 'http://localhost:8000/dj-rest-auth', backend: djRestAuth })
 * ```
 */
export const djRestAuth: AuthBackend = {
  headerPrefix: 'Token',
  identifier: 'username',
  endpoints: {
    login: { path: '/login/' },
    register: { path: '/registration/', body: withPasswordTwice },
    status: { path: '/user/' },
    logout: { path: '/logout/' },
  },
  readTokens,
  readUser: ({ body }) => withoutTokens(body, 'detail'),
  readError: (response, endpoint) => {
    const refused = property(bodyOf(response), 'non_field_errors') !== undefined;
    return endpoint === 'login' && refused
      ? { code: 'invalid_credentials' }
      : withFieldsOfTheForm(readDjangoError(response));
  },
};

function withPasswordTwice(input: unknown): unknown {
  const { password, ...details } = { ...(input as { readonly password?: unknown }) };
  return { password1: password, password2: password, ...details };
}

/** What is wrong with `password1` belongs to the password that was typed. */
function withFieldsOfTheForm({ message, fields }: AuthErrorDetails): AuthErrorDetails {
  const password = fields?.['password'] ?? fields?.['password1'];
  return { message, fields: password === undefined ? fields : { ...fields, password } };
}
