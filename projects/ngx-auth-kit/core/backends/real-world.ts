import { AuthBackend } from './auth-backend';
import { entriesOf, fieldMessages, firstText } from './field-messages';
import { bodyOf, property, textProperty } from './property';
import { renamedFields } from './renamed-fields';
import { userAt } from './user-at';

/**
 * The RealWorld API ("Conduit"), which many sample backends implement. Built from its
 * documentation, not tested with a server.
 *
 * - every body is in `{ user: … }`. The token is `user.token`, and the word before it in the header
 *   is **`Token`**
 * - `POST /users/login` with `{ email, password }` answers the user. A refusal is a 401, 403 or 422
 * - `POST /users` with `{ username, email, password }` answers the user and signs in
 * - `GET /user` answers the user. There is no logout
 * - `PUT /user` with `{ password }` changes the password. The API does not check the current one
 * - errors are 422 `{ errors: { field: […] } }`
 *
 * ```ts
 * provideAuth({ baseUrl: 'https://api.example.com/api', backend: realWorld })
 * ```
 */
export const realWorld: AuthBackend = {
  headerPrefix: 'Token',
  endpoints: {
    login: { path: '/users/login', body: (user) => ({ user }) },
    register: { path: '/users', body: (user) => ({ user }) },
    status: { path: '/user' },
    changePassword: {
      path: '/user',
      method: 'PUT',
      body: (input) => ({ user: { password: property(input, 'newPassword') } }),
    },
  },
  readTokens: ({ body }) => {
    const accessToken = textProperty(property(body, 'user'), 'token');
    return accessToken === undefined ? null : { accessToken };
  },
  readUser: ({ body }) => userAt(body, 'user'),
  readError: (response, endpoint) => {
    const errors = property(bodyOf(response), 'errors');
    const fields = fieldMessages(entriesOf(errors).filter(([name]) => name !== 'body'));
    // About no field: "email or password" "is invalid", or "credentials" "invalid".
    const refused = Object.keys(fields ?? {}).some((name) => / or |^credentials$/.test(name));
    if (endpoint === 'login' && refused) return { code: 'invalid_credentials' };
    const isChange = endpoint === 'changePassword';
    return {
      message: firstText(property(errors, 'body')),
      fields: isChange ? renamedFields(fields, { password: 'newPassword' }) : fields,
    };
  },
};
