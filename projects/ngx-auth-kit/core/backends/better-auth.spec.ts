import { firstValueFrom } from 'rxjs';
import { describePreset } from '../../test-support/exchanges/describe-preset';
import {
  ADA,
  CHANGE,
  EMAIL,
  Exchange,
  FORGOT,
  Preset,
  RESET,
  VERIFY,
} from '../../test-support/exchanges/exchange';
import { FakeBackend } from '../../test-support/fake-backend';
import { RefusedCall } from '../../test-support/refusals/it-refuses';
import { betterAuth } from './better-auth';

const bearer = { ...betterAuth, session: 'token' } as const;
const GRANT = { body: { redirect: false, token: 'access-1', user: ADA } };

const exchanges: Preset['exchanges'] = {
  login: {
    input: { ...EMAIL, rememberMe: false },
    line: 'POST /sign-in/email',
    sends: { ...EMAIL, rememberMe: false },
    answer: GRANT,
    gives: ADA,
    access: null,
  },
  register: {
    input: EMAIL,
    line: 'POST /sign-up/email',
    sends: { ...EMAIL, name: EMAIL.email },
    answer: { body: { token: 'access-1', user: ADA } },
    gives: { user: ADA, authenticated: true },
    access: null,
  },
  status: {
    line: 'GET /get-session',
    answer: { body: { session: { id: 's', token: 'access-1' }, user: ADA } },
    gives: ADA,
  },
  logout: { line: 'POST /sign-out', answer: { body: { success: true } } },
  secondFactor: {
    challenge: { body: { twoFactorRedirect: true, twoFactorMethods: ['totp'] } },
    input: { code: '012345' },
    line: 'POST /two-factor/verify-totp',
    sends: { code: '012345' },
    answer: { body: { token: 'access-1', user: ADA } },
    gives: ADA,
    access: null,
  },
  forgotPassword: {
    input: { ...FORGOT, redirectTo: 'https://app.example.com/reset-password' },
    line: 'POST /request-password-reset',
    sends: { ...FORGOT, redirectTo: 'https://app.example.com/reset-password' },
    answer: { body: { status: true, message: 'If this email exists, check your email.' } },
  },
  resetPassword: {
    input: RESET,
    line: 'POST /reset-password',
    sends: { token: 't/1', newPassword: EMAIL.password },
    answer: { body: { status: true } },
  },
  verifyEmail: {
    input: VERIFY,
    line: 'GET /verify-email?token=t%2F1',
    answer: { body: { status: true, user: null } },
  },
  changePassword: {
    input: CHANGE,
    line: 'POST /change-password',
    sends: CHANGE,
    answer: { body: { token: null, user: ADA } },
  },
};

const INVALID_TOKEN = { message: 'Invalid token', code: 'INVALID_TOKEN' };
const DEAD: Pick<RefusedCall, 'code' | 'message'> = {
  code: 'rejected',
  message: 'This link is no longer valid. Please ask for a new one.',
};

const refusals: Record<string, RefusedCall> = {
  'a wrong password': {
    call: 'login',
    answer: {
      status: 401,
      body: { message: 'Invalid email or password', code: 'INVALID_EMAIL_OR_PASSWORD' },
    },
    code: 'invalid_credentials',
  },
  'a missing field': {
    call: 'login',
    answer: {
      status: 400,
      body: {
        message:
          '[body.email] Invalid email address; [body.password] Invalid input: expected string',
        code: 'VALIDATION_ERROR',
      },
    },
    code: 'validation',
    fields: { email: 'Invalid email address', password: 'Invalid input: expected string' },
  },
  'an address that is not verified': {
    call: 'login',
    answer: { status: 403, body: { message: 'Email not verified', code: 'EMAIL_NOT_VERIFIED' } },
    code: 'rejected',
    message: 'Email not verified',
  },
  'a login without a session': {
    call: 'login',
    answer: { body: { token: null, user: ADA } },
    code: 'invalid_response',
  },
  'a duplicate': {
    call: 'register',
    answer: {
      status: 422,
      body: {
        message: 'User already exists. Use another email.',
        code: 'USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL',
      },
    },
    code: 'validation',
    fields: { email: 'User already exists. Use another email.' },
  },
  'a short password': {
    call: 'register',
    answer: { status: 400, body: { message: 'Password too short', code: 'PASSWORD_TOO_SHORT' } },
    code: 'validation',
    fields: { password: 'Password too short' },
  },
  'a visitor (a 200)': {
    call: 'status',
    answer: { body: null },
    code: 'session_expired',
  },
  'a wrong code': {
    call: 'secondFactor',
    answer: { status: 401, body: { message: 'Invalid code', code: 'INVALID_CODE' } },
    code: 'invalid_credentials',
  },
  'too many wrong codes': {
    call: 'secondFactor',
    answer: {
      status: 400,
      body: { message: 'Too many attempts', code: 'TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE' },
    },
    code: 'session_expired',
  },
  'a login that waited too long for its code': {
    call: 'secondFactor',
    answer: {
      status: 401,
      body: { message: 'Invalid two factor cookie', code: 'INVALID_TWO_FACTOR_COOKIE' },
    },
    code: 'session_expired',
  },
  'a reset link that is no longer good': {
    call: 'resetPassword',
    answer: { status: 400, body: INVALID_TOKEN },
    ...DEAD,
  },
  'a verification link that is no longer good': {
    call: 'verifyEmail',
    answer: { status: 401, body: { message: 'Token expired', code: 'TOKEN_EXPIRED' } },
    ...DEAD,
  },
  'a reset without a password': {
    call: 'resetPassword',
    answer: {
      status: 400,
      body: { message: '[body.newPassword] Invalid input', code: 'VALIDATION_ERROR' },
    },
    code: 'validation',
    fields: { newPassword: 'Invalid input', password: 'Invalid input' },
  },
  'a wrong current password': {
    call: 'changePassword',
    answer: { status: 400, body: { message: 'Invalid password', code: 'INVALID_PASSWORD' } },
    code: 'invalid_credentials',
  },
  'a new password that is too short': {
    call: 'changePassword',
    answer: { status: 400, body: { message: 'Password too short', code: 'PASSWORD_TOO_SHORT' } },
    code: 'validation',
    fields: { newPassword: 'Password too short' },
  },
};

describePreset('betterAuth', { backend: betterAuth, exchanges }, refusals);
describePreset(
  'betterAuth with bearer tokens',
  { backend: bearer, exchanges: withBearer(exchanges) },
  refusals,
);

describe('betterAuth', () => {
  for (const backend of [betterAuth, bearer]) {
    it(`registers without a session if the address must be verified (${backend.session})`, async () => {
      const app = new FakeBackend(backend);
      const outcome = await app.run(app.auth.register(EMAIL), { body: { token: null, user: ADA } });
      expect(outcome).toEqual({ user: ADA, authenticated: false });
      expect(app.auth.isAuthenticated()).toBeFalse();
    });
  }

  it('takes the signed token of the header, but not that of the question for a second factor', async () => {
    const app = new FakeBackend(bearer);
    const headers = { 'set-auth-token': 'dead' };
    const body = { twoFactorRedirect: true };
    await app.run(app.auth.login(EMAIL), { body, headers });
    expect(app.auth.token()).toBeNull();
    const login = firstValueFrom(app.auth.verifySecondFactor({ code: '012345' }));
    app.answer(await app.nextRequest(), { ...GRANT, headers: { 'set-auth-token': 'signed.1/+=' } });
    await login;
    expect(app.auth.token()).toBe('signed.1/+=');
  });
});

/** The same calls with the token of the answers: kept, and in the header of whoever is signed in. */
function withBearer(calls: Preset['exchanges']): Preset['exchanges'] {
  const changed = Object.entries(calls).map(([name, call]): [string, Exchange] => {
    if ('access' in call) return [name, { ...call, access: 'access-1' }];
    const isSignedIn = ['status', 'logout', 'changePassword'].includes(name);
    return [name, isSignedIn ? { ...call, proof: 'Bearer access-1' } : call];
  });
  return Object.fromEntries(changed);
}
