import { AuthBackend, AuthEndpointName } from './auth-backend';
import { DEAD_LINK } from './dead-link';
import { FieldEntry, fieldMessages, itemsOf } from './field-messages';
import { bodyOf, property, textProperty } from './property';
import { readTokens } from './read-tokens';
import { userAt } from './user-at';

/**
 * Strapi 4 and 5 with the Users & Permissions plugin. Built from its documentation and source, not
 * tested with a server.
 *
 * - `POST /auth/local` with `{ identifier, password }` answers `{ jwt, user }`. A refusal is a
 *   **400** "Invalid identifier or password"
 * - `POST /auth/local/register` with `{ username, email, password }` answers the same, or without
 *   `jwt` if the address must be confirmed. Without a username, the address is sent as the username
 * - `GET /users/me` answers the user. There is no logout
 * - `POST /auth/forgot-password` with `{ email }` sends a code by e-mail, `/auth/reset-password`
 *   takes it, and `/auth/change-password` is for the signed-in user. The link that confirms an
 *   address leads to Strapi itself, which redirects the browser
 * - errors are `{ error: { message, details: { errors: [{ path, message }] } } }`
 *
 * ```ts
 * provideAuth({ baseUrl: 'http://localhost:1337/api', backend: strapi })
 * ```
 */
export const strapi: AuthBackend = {
  headerPrefix: 'Bearer',
  endpoints: {
    login: {
      path: '/auth/local',
      body: (input) => ({
        identifier: textProperty(input, 'identifier', 'email', 'username'),
        password: property(input, 'password'),
      }),
    },
    register: {
      path: '/auth/local/register',
      body: (input) => ({ username: property(input, 'email'), ...(input as object) }),
      mustConfirmEmail: true,
    },
    status: { path: '/users/me' },
    forgotPassword: { path: '/auth/forgot-password' },
    resetPassword: {
      path: '/auth/reset-password',
      body: (input) => ({ code: property(input, 'token'), ...twice(property(input, 'password')) }),
    },
    changePassword: {
      path: '/auth/change-password',
      body: (input) => ({
        currentPassword: property(input, 'currentPassword'),
        ...twice(property(input, 'newPassword')),
      }),
    },
  },
  readTokens,
  readUser: ({ body }) => userAt(body, 'user') ?? (body as object | null),
  readError: (response, endpoint) => {
    const error = property(bodyOf(response), 'error');
    const message = textProperty(error, 'message');
    switch (message) {
      case 'Invalid identifier or password':
        return { code: 'invalid_credentials' };
      case 'The provided current password is invalid':
        return { message, fields: { currentPassword: message } };
      case 'Incorrect code provided':
        return DEAD_LINK;
    }
    const errors = itemsOf(property(property(error, 'details'), 'errors'));
    return { message, fields: fieldMessages(errors.map((item) => toField(item, endpoint))) };
  },
};

function twice(password: unknown): object {
  return { password, passwordConfirmation: password };
}

/** `path` leads to the field; the form asks for the identifier by the name of the address. */
function toField(item: unknown, endpoint: AuthEndpointName): FieldEntry {
  const field = itemsOf(property(item, 'path')).at(-1);
  if (endpoint === 'changePassword' && field === 'password') {
    return ['newPassword', property(item, 'message')];
  }
  return [field === 'identifier' ? 'email' : field, property(item, 'message')];
}
