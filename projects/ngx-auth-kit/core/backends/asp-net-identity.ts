import { AuthBackend, AuthEndpointName } from './auth-backend';
import { DEAD_LINK } from './dead-link';
import { entriesOf, FieldEntry, fieldMessages } from './field-messages';
import { bodyOf, property } from './property';
import { readTokens } from './read-tokens';

/**
 * ASP.NET Core Identity's own endpoints (`MapIdentityApi`). Built from its source, not tried against
 * a server.
 *
 * - `POST /login` with `{ email, password }` answers `{ accessToken, refreshToken, expiresIn }`, opaque
 *   tokens; where it asks for a second factor, the login is repeated with `twoFactorCode`
 * - `POST /register` answers 200 without a body and signs nobody in
 * - `POST /refresh` with `{ refreshToken }` answers a full set
 * - `GET /manage/info` answers `{ email, isEmailConfirmed }`; there is no logout
 * - `POST /forgotPassword` with `{ email }` mails a code, `/resetPassword` wants it with the address,
 *   `POST /manage/info` changes the password
 * - `GET /confirmEmail?userId=…&code=…` confirms the address, and answers with a sentence
 * - errors are `{ title, status, detail }`, with `{ errors: { Code: […] } }` for a refused registration
 *
 * ```ts
 * provideAuth({ baseUrl: 'https://localhost:7001', backend: aspNetIdentity }, withTokenRefresh())
 * ```
 */
export const aspNetIdentity: AuthBackend = {
  headerPrefix: 'Bearer',
  endpoints: {
    login: { path: '/login' },
    register: { path: '/register' },
    status: { path: '/manage/info' },
    refresh: {
      path: '/refresh',
      body: (tokens) => ({ refreshToken: property(tokens, 'refreshToken') }),
    },
    secondFactor: {
      path: '/login',
      repeatsLogin: true,
      body: (input) => ({
        email: property(input, 'email'),
        password: property(input, 'password'),
        twoFactorCode: property(input, 'code'),
      }),
    },
    forgotPassword: { path: '/forgotPassword' },
    resetPassword: {
      path: '/resetPassword',
      body: (input) => ({
        email: property(input, 'email'),
        resetCode: property(input, 'token'),
        newPassword: property(input, 'password'),
      }),
    },
    verifyEmail: {
      path: '/confirmEmail',
      method: 'GET',
      encoding: 'query',
      answers: 'text',
      body: (input) => ({ userId: property(input, 'uid'), code: property(input, 'token') }),
    },
    changePassword: {
      path: '/manage/info',
      body: (input) => ({
        oldPassword: property(input, 'currentPassword'),
        newPassword: property(input, 'newPassword'),
      }),
    },
  },
  readTokens,
  readUser: ({ body }) => body as object | null,
  readChallenge: (response) =>
    property(bodyOf(response), 'detail') === 'RequiresTwoFactor' ? {} : null,
  readError: (response, endpoint) => {
    const errors = property(bodyOf(response), 'errors');
    const isDead =
      property(errors, 'InvalidToken') !== undefined ||
      (endpoint === 'verifyEmail' && response.status === 401);
    if (isDead) return DEAD_LINK;
    return { fields: fieldMessages(entriesOf(errors).map((entry) => toField(entry, endpoint))) };
  },
};

/** Codes name what is wrong (`PasswordTooShort`), sometimes the property (`Email`). */
function toField([code, messages]: FieldEntry, endpoint: AuthEndpointName): FieldEntry {
  const name = String(code);
  if (endpoint === 'changePassword') {
    const isCurrent = name === 'PasswordMismatch' || name === 'OldPasswordRequired';
    return [isCurrent ? 'currentPassword' : 'newPassword', messages];
  }
  if (/^(Duplicate|Invalid)(Email|UserName)$/.test(name)) return ['email', messages];
  if (name.startsWith('Password')) return ['password', messages];
  return [name.charAt(0).toLowerCase() + name.slice(1), messages];
}
