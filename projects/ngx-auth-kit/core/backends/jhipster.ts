import { AuthErrorDetails } from '../errors/auth-error';
import { AuthBackend, AuthEndpointName } from './auth-backend';
import { FieldEntry, fieldMessages, itemsOf } from './field-messages';
import { bodyOf, property, textProperty } from './property';
import { renamedFields } from './renamed-fields';
import { withoutTokens } from './without-tokens';

/**
 * JHipster with JWT authentication. Built from its source, not tested with a server.
 *
 * - `POST /authenticate` with `{ username, password }`, and `rememberMe` if you add it, answers `{
 *   id_token }`. A refusal is a 401
 * - `GET /account` answers the user, with the roles in `authorities`. There is no logout
 * - `POST /register` with `{ login, email, password }` answers 201 and does not sign in. `GET
 *   /activate?key=` verifies the address
 * - `POST /account/reset-password/init` takes the address as plain text, and
 *   `/account/reset-password/finish` takes `{ key, newPassword }`
 * - `POST /account/change-password` with `{ currentPassword, newPassword }`
 * - errors are problems (RFC 9457) with `fieldErrors: [{ field, message }]`. A key that is no
 *   longer valid is a 500, so the call fails with `server_error`
 *
 * ```ts
 * provideAuth({ baseUrl: '/api', backend: jhipster })
 * ```
 */
export const jhipster: AuthBackend = {
  headerPrefix: 'Bearer',
  identifier: 'username',
  endpoints: {
    login: { path: '/authenticate' },
    register: {
      path: '/register',
      body: (input) => {
        const { username, ...details } = { ...(input as { readonly username?: unknown }) };
        return { login: username, ...details };
      },
    },
    status: { path: '/account' },
    forgotPassword: {
      path: '/account/reset-password/init',
      body: (input) => textProperty(input, 'email') ?? '',
    },
    resetPassword: {
      path: '/account/reset-password/finish',
      body: (input) => ({
        key: property(input, 'token'),
        newPassword: property(input, 'password'),
      }),
    },
    verifyEmail: {
      path: '/activate',
      method: 'GET',
      encoding: 'query',
      body: (input) => ({ key: property(input, 'token') }),
    },
    changePassword: { path: '/account/change-password' },
  },
  readTokens: ({ body }) => {
    const accessToken = textProperty(body, 'id_token');
    return accessToken === undefined ? null : { accessToken };
  },
  readUser: ({ body }) => withoutTokens(body, 'id_token'),
  readError: (response, endpoint) => {
    const body = bodyOf(response);
    const type = textProperty(body, 'type') ?? '';
    // The property `message` holds the key of a translation; the title is for people.
    const title = textProperty(body, 'title');
    if (type.endsWith('/invalid-password')) return invalidPassword(title, endpoint);
    const errors = fieldMessages(itemsOf(property(body, 'fieldErrors')).map(toField));
    return errors ? { fields: renamedFields(errors, { login: 'username' }) } : { message: title };
  },
};

/** A new password of the wrong length, or the current one was wrong. */
function invalidPassword(
  message = 'This password is not accepted.',
  endpoint: AuthEndpointName,
): AuthErrorDetails {
  return endpoint === 'changePassword'
    ? { code: 'invalid_credentials' }
    : { fields: { password: message } };
}

function toField(item: unknown): FieldEntry {
  return [property(item, 'field'), property(item, 'message')];
}
