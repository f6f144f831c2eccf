import { AuthBackend, AuthEndpointName } from './auth-backend';
import { DEAD_LINK } from './dead-link';
import { readDjangoError } from './django-errors';
import { bodyOf, property } from './property';
import { readTokens } from './read-tokens';
import { renamedFields } from './renamed-fields';
import { userIn } from './user-in';

/**
 * dj-rest-auth with the tokens of Django REST framework. Built from answers recorded from the real
 * server. Passwords and verification are built from its documentation.
 *
 * - `POST /login/` with `{ username, password }` (or `email`) answers `{ key }`. The word before
 *   the token in the header is `Token`
 * - a refused login is a **400** `{ non_field_errors: […] }`
 * - `POST /registration/` takes the password twice, as `password1` and `password2`. It answers `{
 *   key }`, or `{ detail }` if the address must be verified first
 * - `GET /user/` answers the user, and `POST /logout/` deletes the token
 * - `POST /password/reset/` with `{ email }` sends an e-mail, `/password/reset/confirm/` takes its
 *   `{ uid, token }` and the password twice, and `/registration/verify-email/` takes `{ key }`
 * - `POST /password/change/` checks the old password only with `OLD_PASSWORD_FIELD_ENABLED`
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
    register: {
      path: '/registration/',
      body: withPasswordTwice,
      mustConfirmEmail: true,
    },
    status: { path: '/user/' },
    logout: { path: '/logout/' },
    forgotPassword: { path: '/password/reset/' },
    resetPassword: {
      path: '/password/reset/confirm/',
      body: (input) => ({
        uid: property(input, 'uid'),
        token: property(input, 'token'),
        ...twice(property(input, 'password')),
      }),
    },
    verifyEmail: {
      path: '/registration/verify-email/',
      body: (input) => ({ key: property(input, 'token') }),
    },
    changePassword: {
      path: '/password/change/',
      body: (input) => ({
        old_password: property(input, 'currentPassword'),
        ...twice(property(input, 'newPassword')),
      }),
    },
  },
  readTokens,
  readUser: ({ body }) => userIn(body, 'detail'),
  readError: (response, endpoint) => {
    const body = bodyOf(response);
    const refused = property(body, 'non_field_errors') !== undefined;
    if (endpoint === 'login' && refused) return { code: 'invalid_credentials' };
    const unknownKey = endpoint === 'verifyEmail' && response.status === 404;
    if (unknownKey || isDeadLink(endpoint, body)) return DEAD_LINK;
    const { message, fields } = readDjangoError(response);
    return { message, fields: renamedFields(fields, fieldNames(endpoint)) };
  },
};

function withPasswordTwice(input: unknown): unknown {
  const { password, ...details } = { ...(input as { readonly password?: unknown }) };
  return { password1: password, password2: password, ...details };
}

function twice(password: unknown): object {
  return { new_password1: password, new_password2: password };
}

/** The user does not type what the link has brought. */
function isDeadLink(endpoint: AuthEndpointName, body: unknown): boolean {
  const brought = { resetPassword: ['uid', 'token'], verifyEmail: ['key'] } as const;
  const names = endpoint === 'resetPassword' || endpoint === 'verifyEmail' ? brought[endpoint] : [];
  return names.some((name) => property(body, name) !== undefined);
}

/** Maps the messages for `password1` to the password that the user typed. */
function fieldNames(endpoint: AuthEndpointName): Readonly<Record<string, string>> {
  const changes = endpoint === 'changePassword';
  const password = changes ? 'newPassword' : 'password';
  return {
    password1: 'password',
    new_password1: password,
    new_password2: password,
    old_password: 'currentPassword',
  };
}
