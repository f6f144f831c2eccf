import { AuthBackend, AuthEndpointName } from './auth-backend';
import { DEAD_LINK } from './dead-link';
import { entriesOf, FieldEntry, fieldMessages } from './field-messages';
import { bodyOf, property } from './property';
import { readTokens } from './read-tokens';

/**
 * The endpoints of ASP.NET Core Identity (`MapIdentityApi`). Built from its source, not tested with
 * a server.
 *
 * - `POST /login` with `{ email, password }` answers `{ accessToken, refreshToken, expiresIn }`
 *   with opaque tokens. For a second factor, the login is sent again with `twoFactorCode`
 * - `POST /register` answers 200 without a body and does not sign in
 * - `POST /refresh` with `{ refreshToken }` answers both tokens
 * - `GET /manage/info` answers `{ email, isEmailConfirmed }`. There is no logout
 * - `POST /forgotPassword` with `{ email }` sends a code by e-mail, `/resetPassword` takes the code
 *   and the address, and `POST /manage/info` changes the password
 * - `GET /confirmEmail?userId=…&code=…` verifies the address and answers with text
 * - errors are `{ title, status, detail }`, and `{ errors: { Code: […] } }` for a refused
 *   registration
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
