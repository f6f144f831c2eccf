import { AuthBackend } from './auth-backend';
import { confirmedPassword, passwordChange, passwordChangeFields } from './confirmed-password';
import { DEAD_LINK } from './dead-link';
import { entriesOf, fieldMessages } from './field-messages';
import { bodyOf, property, textProperty } from './property';
import { userAt } from './user-at';

/**
 * Rails with Devise and devise-jwt. Devise ran against a real server (`npm run test:servers`). The
 * part of devise-jwt, the token in the header, is built from its documentation.
 *
 * - `POST /users/sign_in` with `{ user: { email, password } }` answers the user. The token is in
 *   the **`Authorization` header of the answer**
 * - `POST /users` registers and answers the same, or without a token if the address must be
 *   confirmed
 * - `DELETE /users/sign_out` revokes the token
 * - `POST /users/password` with `{ user: { email } }` sends an e-mail, `PUT /users/password` takes
 *   its `reset_password_token`, and `PUT /users` changes the password
 * - errors are `{ error }` or 422 `{ errors: { field: […] } }`
 * - there is no endpoint for the user: add your own
 *
 * Across origins, the answer must name the header in `Access-Control-Expose-Headers`. Rails treats
 * Angular's `Accept` header like that of a browser, so give the routes `defaults: { format: :json
 * }`.
 *
 * ```ts
 * provideAuth({ baseUrl: 'http://localhost:3000', backend: devise })
 * ```
 */
export const devise: AuthBackend = {
  headerPrefix: 'Bearer',
  endpoints: {
    login: { path: '/users/sign_in', body: (input) => ({ user: input }) },
    register: {
      path: '/users',
      body: (input) => ({ user: input }),
      mustConfirmEmail: true,
    },
    logout: { path: '/users/sign_out', method: 'DELETE' },
    forgotPassword: { path: '/users/password', body: (input) => ({ user: input }) },
    resetPassword: {
      path: '/users/password',
      method: 'PUT',
      body: (input) => ({
        user: {
          reset_password_token: property(input, 'token'),
          ...confirmedPassword(property(input, 'password')),
        },
      }),
    },
    changePassword: {
      path: '/users',
      method: 'PUT',
      body: (input) => ({ user: passwordChange(input) }),
    },
  },
  readTokens: ({ headers }) => {
    const accessToken = /^Bearer +(\S+)$/i.exec(headers.get('Authorization') ?? '')?.[1];
    return accessToken === undefined ? null : { accessToken };
  },
  readUser: ({ body }) => userAt(body, 'user') ?? (body as object | null),
  readError: (response, endpoint) => {
    const body = bodyOf(response);
    const errors = property(body, 'errors');
    if (property(errors, 'reset_password_token') !== undefined) return DEAD_LINK;
    return {
      message: textProperty(body, 'error'),
      fields: passwordChangeFields(fieldMessages(entriesOf(errors)), endpoint),
    };
  },
};
