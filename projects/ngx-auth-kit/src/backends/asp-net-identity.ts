import { AuthBackend } from './auth-backend';
import { entriesOf, FieldEntry, fieldMessages } from './field-messages';
import { bodyOf, property } from './property';
import { readTokens } from './read-tokens';
import { withoutTokens } from './without-tokens';

/**
 * ASP.NET Core Identity's own endpoints (`MapIdentityApi`). Built from its source, not tried against
 * a server.
 *
 * - `POST /login` with `{ email, password }` answers `{ accessToken, refreshToken, expiresIn }`, opaque
 *   tokens; where it asks for a second factor, send `twoFactorCode` along
 * - `POST /register` answers 200 without a body and signs nobody in
 * - `POST /refresh` with `{ refreshToken }` answers a full set
 * - `GET /manage/info` answers `{ email, isEmailConfirmed }`; there is no logout
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
  },
  readTokens,
  readUser: ({ body }) => withoutTokens(body),
  readError: (response) => {
    const body = bodyOf(response);
    return property(body, 'detail') === 'RequiresTwoFactor'
      ? { code: 'rejected', message: 'A two-factor code is needed to sign in.' }
      : { fields: fieldMessages(entriesOf(property(body, 'errors')).map(toField)) };
  },
};

/** Codes name what is wrong (`PasswordTooShort`), sometimes the property (`Email`). */
function toField([code, messages]: FieldEntry): FieldEntry {
  const name = String(code);
  if (/^(Duplicate|Invalid)(Email|UserName)$/.test(name)) return ['email', messages];
  if (name.startsWith('Password')) return ['password', messages];
  return [name.charAt(0).toLowerCase() + name.slice(1), messages];
}
