import { AuthErrorDetails } from '../errors/auth-error';
import { AuthBackend, AuthEndpointName } from './auth-backend';
import { DEAD_LINK } from './dead-link';
import { FieldEntry, fieldMessages, itemsOf } from './field-messages';
import { bodyOf, property, textProperty } from './property';
import { readTokens } from './read-tokens';

/**
 * FastAPI Users with bearer transport and the prefixes of its documentation. Built from its
 * documentation, not tested with a server.
 *
 * - `POST /auth/jwt/login` takes a **form** with `username` (the e-mail address) and `password`,
 *   and answers `{ access_token }`. A refusal is a **400** `{ detail: 'LOGIN_BAD_CREDENTIALS' }`
 * - `POST /auth/register` with `{ email, password }` answers 201 with the user, and does not sign
 *   in
 * - `GET /users/me` answers the user, and `POST /auth/jwt/logout` answers 204
 * - `POST /auth/forgot-password` with `{ email }` always answers 202, `/auth/reset-password` takes
 *   `{ token, password }`, and `/auth/verify` takes `{ token }`
 * - errors are 400 `{ detail }` with a code or `{ code, reason }`, and 422 `{ detail: [{ loc, msg
 *   }] }`
 *
 * ```ts
 * provideAuth({ baseUrl: 'http://localhost:8000', backend: fastApiUsers })
 * ```
 */
export const fastApiUsers: AuthBackend = {
  headerPrefix: 'Bearer',
  endpoints: {
    login: {
      path: '/auth/jwt/login',
      encoding: 'form',
      body: (input) => ({
        username: textProperty(input, 'email', 'username') ?? '',
        password: textProperty(input, 'password') ?? '',
      }),
    },
    register: { path: '/auth/register' },
    status: { path: '/users/me' },
    logout: { path: '/auth/jwt/logout' },
    forgotPassword: { path: '/auth/forgot-password' },
    resetPassword: {
      path: '/auth/reset-password',
      body: (input) => ({
        token: property(input, 'token'),
        password: property(input, 'password'),
      }),
    },
    verifyEmail: {
      path: '/auth/verify',
      body: (input) => ({ token: property(input, 'token') }),
    },
  },
  readTokens,
  readUser: ({ body }) => body as object | null,
  readError: (response, endpoint) => {
    const detail = property(bodyOf(response), 'detail');
    const code = typeof detail === 'string' ? detail : property(detail, 'code');
    switch (code) {
      case 'LOGIN_BAD_CREDENTIALS':
        return { code: 'invalid_credentials' };
      case 'LOGIN_USER_NOT_VERIFIED':
        return { message: 'Please verify your e-mail address first.' };
      case 'REGISTER_USER_ALREADY_EXISTS':
        return { message: 'This e-mail address is already registered.' };
      case 'RESET_PASSWORD_BAD_TOKEN':
      case 'VERIFY_USER_BAD_TOKEN':
        return DEAD_LINK;
      case 'VERIFY_USER_ALREADY_VERIFIED':
        return { message: 'This e-mail address is verified already.' };
      case 'REGISTER_INVALID_PASSWORD':
      case 'RESET_PASSWORD_INVALID_PASSWORD':
        return invalidPassword(textProperty(detail, 'reason'));
      default:
        return { fields: fieldMessages(itemsOf(detail).map((item) => toField(item, endpoint))) };
    }
  },
};

function invalidPassword(reason: string | undefined): AuthErrorDetails {
  return { fields: { password: reason ?? 'This password is not accepted.' } };
}

/** `loc` leads from the part of the request to the field. */
function toField(item: unknown, endpoint: AuthEndpointName): FieldEntry {
  const field = itemsOf(property(item, 'loc')).at(-1);
  const isAddress = endpoint === 'login' && field === 'username';
  return [isAddress ? 'email' : field, property(item, 'msg')];
}
