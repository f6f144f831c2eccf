import { HttpResponse } from '@angular/common/http';
import { AuthErrorDetails } from '../errors/auth-error';
import { AuthBackend, AuthEndpointName } from './auth-backend';
import { DEAD_LINK } from './dead-link';
import { FieldEntry, fieldMessages } from './field-messages';
import { bodyOf, property, textProperty } from './property';
import { renamedFields } from './renamed-fields';
import { userAt } from './user-at';

/**
 * better-auth 1.7 with e-mail and password: a session in a cookie that scripts cannot read. Ran
 * against the real server (`npm run test:servers`).
 *
 * - `POST /sign-in/email` with `{ email, password }`, and `rememberMe` if you add it, answers `{
 *   token, user }`
 * - `POST /sign-up/email` also needs a `name`. Without one, the address is sent as the name. It
 *   signs in, except with `requireEmailVerification`
 * - `GET /get-session` answers `{ session, user }`, or **200** `null` without a session; `POST
 *   /sign-out`
 * - with the plugin `twoFactor`, a login answers `{ twoFactorRedirect }` and sets a cookie. `POST
 *   /two-factor/verify-totp` takes `{ code }`
 * - `POST /request-password-reset` with `{ email }` and your `redirectTo` sends an e-mail,
 *   `/reset-password` takes `{ token, newPassword }`, and `GET /verify-email` takes `?token=`
 * - `POST /change-password` with `{ currentPassword, newPassword }`
 * - errors are `{ code, message }`
 *
 * better-auth accepts requests only from its `trustedOrigins`. Across origins, CORS must also allow
 * credentials.
 *
 * ```ts
 * provideAuth({ baseUrl: '/api/auth', backend: betterAuth })
 * ```
 *
 * With the plugin `bearer`, the token is in the header `set-auth-token` of the answer:
 *
 * ```ts
 * provideAuth({ baseUrl: '/api/auth', backend: { ...betterAuth, session: 'token' } })
 * ```
 */
export const betterAuth: AuthBackend = {
  session: 'cookie',
  headerPrefix: 'Bearer',
  endpoints: {
    // The cookies are for the second factor, which needs them with bearer tokens as well.
    login: { path: '/sign-in/email', withCredentials: true, succeeded: grantsSession },
    register: {
      path: '/sign-up/email',
      body: (input) => ({ name: property(input, 'email'), ...(input as object) }),
      succeeded: (response) => readUser(response) !== null,
      signsIn: grantsSession,
    },
    status: { path: '/get-session', succeeded: (response) => readUser(response) !== null },
    logout: { path: '/sign-out' },
    secondFactor: {
      path: '/two-factor/verify-totp',
      withCredentials: true,
      succeeded: grantsSession,
    },
    forgotPassword: { path: '/request-password-reset' },
    resetPassword: {
      path: '/reset-password',
      body: (input) => ({
        token: property(input, 'token'),
        newPassword: property(input, 'password'),
      }),
    },
    verifyEmail: {
      path: '/verify-email',
      method: 'GET',
      encoding: 'query',
      body: (input) => ({ token: property(input, 'token') }),
    },
    changePassword: { path: '/change-password' },
  },
  readTokens: ({ body, headers }) => {
    const token = textProperty(body, 'token');
    // The question for a second factor comes with such a header too, of a session that is no more.
    return token === undefined ? null : { accessToken: headers.get('set-auth-token') ?? token };
  },
  readUser,
  readChallenge: (response) =>
    property(bodyOf(response), 'twoFactorRedirect') === true ? {} : null,
  readError: (response, endpoint) => {
    // A 2xx that grants no session is neither a refusal nor a session.
    if (response instanceof HttpResponse) return { code: 'invalid_response' };
    const body = bodyOf(response);
    return readRefusal(textProperty(body, 'code'), textProperty(body, 'message'), endpoint);
  },
};

function readUser({ body }: HttpResponse<unknown>): ReturnType<AuthBackend['readUser']> {
  return userAt(body, 'user');
}

function grantsSession({ body }: HttpResponse<unknown>): boolean {
  return textProperty(body, 'token') !== undefined;
}

function readRefusal(
  code = '',
  message: string | undefined,
  endpoint: AuthEndpointName,
): AuthErrorDetails {
  if (endpoint === 'secondFactor' && /^(TOO_MANY_ATTEMPTS|INVALID_TWO_FACTOR_COOKIE)/.test(code)) {
    return { code: 'session_expired' };
  }
  const usesLink = endpoint === 'resetPassword' || endpoint === 'verifyEmail';
  if (usesLink && /^(INVALID_TOKEN|TOKEN_EXPIRED)$/.test(code)) return DEAD_LINK;
  switch (code) {
    case 'EMAIL_NOT_VERIFIED':
      return { code: 'rejected', message };
    case 'INVALID_PASSWORD':
      return { code: 'invalid_credentials' };
    case 'INVALID_EMAIL':
    case 'USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL':
      return { fields: fieldMessages([['email', message]]) };
    case 'PASSWORD_TOO_SHORT':
    case 'PASSWORD_TOO_LONG': {
      const field = endpoint === 'changePassword' ? 'newPassword' : 'password';
      return { fields: fieldMessages([[field, message]]) };
    }
    case 'VALIDATION_ERROR': {
      const fields = fieldMessages(message?.split('; ').map(toField) ?? []);
      const isReset = endpoint === 'resetPassword';
      return { fields: isReset ? renamedFields(fields, { newPassword: 'password' }) : fields };
    }
    default:
      return { message };
  }
}

/** "[body.email] Invalid email address". */
function toField(complaint: string): FieldEntry {
  const [, field, message] = /^\[body\.(\w+)\] (.+)$/s.exec(complaint) ?? [];
  return [field, message];
}
