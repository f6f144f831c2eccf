import { HttpClient } from '@angular/common/http';
import { TestBed } from '@angular/core/testing';
import { firstValueFrom } from 'rxjs';
import { AuthError, AuthErrorCode } from '../errors/auth-error';
import { withTokenRefresh } from '../session/refresh/with-token-refresh';
import { asAuthError, FakeAnswer, FakeBackend } from '../test-support/fake-backend';
import { BASE_URL } from '../test-support/set-up';
import { aspNetIdentity } from './asp-net-identity';
import { AuthBackend } from './auth-backend';
import { devise } from './devise';
import { djRestAuth } from './dj-rest-auth';
import { djangoSimpleJwt } from './django-simple-jwt';
import { fastApiUsers } from './fast-api-users';
import { flaskJwt } from './flask-jwt';
import { flaskJwtAuth } from './flask-jwt-auth';
import { flaskJwtExtended } from './flask-jwt-extended';
import { flaskRestful } from './flask-restful';
import { flaskSession } from './flask-session';
import { laravelSanctum } from './laravel-sanctum';
import { nestJs } from './nest-js';
import { springSecurity } from './spring-security';
import { strapi } from './strapi';

const NEUTRAL = 'The sign-in details are not correct.';
const HTML = '<!doctype html><h1>Internal Server Error</h1>';

type Refusal = readonly [what: string, backend: AuthBackend, answer: FakeAnswer];

describe('a refused login (traps 2 and 11: whatever the status, one neutral message)', () => {
  const refusals: readonly Refusal[] = [
    [
      'flaskJwtAuth',
      flaskJwtAuth,
      { status: 404, body: { status: 'fail', message: 'User does not exist.' } },
    ],
    ['flaskSession', flaskSession, { status: 200, body: { result: false } }],
    ['flaskSession in words (trap 1)', flaskSession, { status: 200, body: { result: 'success' } }],
    [
      'flaskJwtExtended',
      flaskJwtExtended,
      { status: 401, body: { message: 'Bad username or password' } },
    ],
    [
      'flaskJwt',
      flaskJwt,
      {
        status: 401,
        body: { status_code: 401, error: 'Bad Request', description: 'Invalid credentials' },
      },
    ],
    ['flaskRestful', flaskRestful, { status: 401, body: { message: 'invalid username/password' } }],
    [
      'djangoSimpleJwt',
      djangoSimpleJwt,
      { status: 401, body: { detail: 'No active account found', code: 'no_active_account' } },
    ],
    [
      'djRestAuth',
      djRestAuth,
      { status: 400, body: { non_field_errors: ['Unable to log in with provided credentials.'] } },
    ],
    ['fastApiUsers', fastApiUsers, { status: 400, body: { detail: 'LOGIN_BAD_CREDENTIALS' } }],
    ['nestJs', nestJs, { status: 401, body: { message: 'Unauthorized', statusCode: 401 } }],
    [
      'springSecurity',
      springSecurity,
      {
        status: 401,
        body: { status: 401, error: 'Unauthorized', message: 'Bad credentials', path: '/signin' },
      },
    ],
    [
      'laravelSanctum',
      laravelSanctum,
      {
        status: 422,
        body: {
          message: 'These credentials do not match our records.',
          errors: { email: ['These credentials do not match our records.'] },
        },
      },
    ],
    [
      'laravelSanctum in another language',
      laravelSanctum,
      { status: 422, body: { errors: { email: ['Diese Zugangsdaten stimmen nicht überein.'] } } },
    ],
    [
      'aspNetIdentity',
      aspNetIdentity,
      { status: 401, body: { title: 'Unauthorized', status: 401, detail: 'Failed' } },
    ],
    [
      'aspNetIdentity for a locked account',
      aspNetIdentity,
      { status: 401, body: { title: 'Unauthorized', status: 401, detail: 'LockedOut' } },
    ],
    ['devise', devise, { status: 401, body: { error: 'Invalid Email or password.' } }],
    [
      'strapi',
      strapi,
      {
        status: 400,
        body: {
          data: null,
          error: {
            status: 400,
            name: 'ValidationError',
            message: 'Invalid identifier or password',
            details: {},
          },
        },
      },
    ],
  ];
  for (const [what, backend, answer] of refusals) {
    it(`of ${what}, ${answer.status}, is invalid_credentials`, async () => {
      const app = new FakeBackend(backend);
      const error = asAuthError(await app.run(app.auth.login({}), answer));
      expect(error.code).toBe('invalid_credentials');
      expect(error.message).toBe(NEUTRAL);
      expect(error.fields).toEqual({});
      expect(app.auth.status()).toBe('anonymous');
      expect(localStorage.length).toBe(0);
    });

    it(`of ${what} leaves the session of whoever is signed in`, async () => {
      const app = new FakeBackend(backend);
      await signIn(app);
      await app.run(app.auth.login({}), answer);
      expect(app.auth.status()).toBe('authenticated');
    });
  }
});

describe('any other refusal', () => {
  type Details = readonly [
    code: AuthErrorCode,
    message?: string,
    fields?: Readonly<Record<string, string>>,
  ];
  type Row = readonly [
    what: string,
    backend: AuthBackend,
    call: 'login' | 'register' | 'status' | 'refresh',
    answer: FakeAnswer,
    expected: Details,
  ];
  const rows: readonly Row[] = [
    [
      'flaskJwtAuth, a duplicate (trap 1: a 202)',
      flaskJwtAuth,
      'register',
      { status: 202, body: { status: 'fail', message: 'User already exists. Please Log in.' } },
      ['rejected', 'User already exists. Please Log in.'],
    ],
    [
      'flaskJwtAuth, a missing field',
      flaskJwtAuth,
      'login',
      { status: 500, body: { status: 'fail', message: 'Try again' } },
      ['server_error'],
    ],
    [
      'flaskJwtAuth, a blacklisted token',
      flaskJwtAuth,
      'status',
      { status: 401, body: { status: 'fail', message: 'Token blacklisted.' } },
      ['session_expired'],
    ],
    [
      'flaskSession, a duplicate (trap 1: a 200 with text that is truthy)',
      flaskSession,
      'register',
      { status: 200, body: { result: 'this user is already registered' } },
      ['rejected', 'this user is already registered'],
    ],
    [
      'flaskSession, a registration that says true (trap 1)',
      flaskSession,
      'register',
      { status: 200, body: { result: true } },
      ['rejected'],
    ],
    [
      'flaskSession, a status in words (trap 1)',
      flaskSession,
      'status',
      { status: 200, body: { status: 'false' } },
      ['session_expired'],
    ],
    [
      'flaskSession, a missing field (HTML)',
      flaskSession,
      'login',
      { status: 500, body: HTML },
      ['server_error'],
    ],
    [
      'flaskSession, the wrong method',
      flaskSession,
      'register',
      { status: 405, body: HTML },
      ['rejected'],
    ],
    [
      'flaskSession, a session that is over (a 200)',
      flaskSession,
      'status',
      { status: 200, body: { status: false } },
      ['session_expired'],
    ],
    [
      'flaskJwtExtended, a duplicate',
      flaskJwtExtended,
      'register',
      { status: 400, body: { message: 'User already exists' } },
      ['rejected', 'User already exists'],
    ],
    [
      'flaskJwtExtended, an invalid token (trap 3: a 422)',
      flaskJwtExtended,
      'status',
      { status: 422, body: { msg: 'Signature verification failed' } },
      ['session_expired'],
    ],
    [
      'flaskJwtExtended, an access token for a refresh token',
      flaskJwtExtended,
      'refresh',
      { status: 422, body: { msg: 'Only refresh tokens are allowed' } },
      ['session_expired'],
    ],
    [
      'flaskJwtExtended, a revoked refresh token',
      flaskJwtExtended,
      'refresh',
      { status: 401, body: { msg: 'Token has been revoked' } },
      ['session_expired'],
    ],
    [
      'flaskJwtExtended, a stale token where a fresh one is due (trap 4)',
      flaskJwtExtended,
      'status',
      { status: 401, body: { msg: 'Fresh token required' } },
      ['rejected', 'Fresh token required'],
    ],
    [
      'flaskJwt, an invalid token',
      flaskJwt,
      'status',
      { status: 401, body: { error: 'Invalid token', description: 'Signature has expired' } },
      ['session_expired'],
    ],
    [
      'flaskJwt, a wrong request',
      flaskJwt,
      'login',
      { status: 400, body: { error: 'Bad Request', description: 'No JSON' } },
      ['rejected', 'No JSON'],
    ],
    [
      'flaskJwt, an error without description',
      flaskJwt,
      'login',
      { status: 400, body: { error: 'Bad Request' } },
      ['rejected', 'Bad Request'],
    ],
    [
      'flaskRestful, a missing field',
      flaskRestful,
      'login',
      { status: 500, body: { message: 'Internal Server Error' } },
      ['server_error'],
    ],
    [
      'flaskRestful, an expired token',
      flaskRestful,
      'status',
      { status: 401, body: { message: 'Token has expired' } },
      ['session_expired'],
    ],
    [
      'djangoSimpleJwt, a missing field',
      djangoSimpleJwt,
      'login',
      { status: 400, body: { username: ['This field may not be blank.', 'Really.'] } },
      ['validation', undefined, { username: 'This field may not be blank.' }],
    ],
    [
      'djangoSimpleJwt, a bad refresh token',
      djangoSimpleJwt,
      'refresh',
      { status: 401, body: { detail: 'Token is blacklisted', code: 'token_not_valid' } },
      ['session_expired'],
    ],
    [
      'djRestAuth, an ill-formed address at the login',
      djRestAuth,
      'login',
      { status: 400, body: { email: ['Enter a valid email address.'] } },
      ['validation', undefined, { email: 'Enter a valid email address.' }],
    ],
    [
      'djRestAuth, a bad registration',
      djRestAuth,
      'register',
      {
        status: 400,
        body: {
          username: ['A user with that username already exists.'],
          password1: ['This password is too short.', 'This password is too common.'],
          non_field_errors: ['No.'],
        },
      },
      [
        'validation',
        'No.',
        {
          username: 'A user with that username already exists.',
          password1: 'This password is too short.',
          password: 'This password is too short.',
        },
      ],
    ],
    [
      'djRestAuth, a bad token',
      djRestAuth,
      'status',
      { status: 401, body: { detail: 'Invalid token.' } },
      ['session_expired'],
    ],
    [
      'djRestAuth, a closed registration',
      djRestAuth,
      'register',
      { status: 403, body: { detail: 'Registration is closed.' } },
      ['rejected', 'Registration is closed.'],
    ],
    [
      'fastApiUsers, an address that is not verified',
      fastApiUsers,
      'login',
      { status: 400, body: { detail: 'LOGIN_USER_NOT_VERIFIED' } },
      ['rejected', 'Please verify your e-mail address first.'],
    ],
    [
      'fastApiUsers, a missing field at the login',
      fastApiUsers,
      'login',
      {
        status: 422,
        body: { detail: [{ loc: ['body', 'username'], msg: 'Field required', type: 'missing' }] },
      },
      ['validation', undefined, { email: 'Field required' }],
    ],
    [
      'fastApiUsers, a duplicate (no code is shown to people)',
      fastApiUsers,
      'register',
      { status: 400, body: { detail: 'REGISTER_USER_ALREADY_EXISTS' } },
      ['rejected', 'This e-mail address is already registered.'],
    ],
    [
      'fastApiUsers, a weak password',
      fastApiUsers,
      'register',
      { status: 400, body: { detail: { code: 'REGISTER_INVALID_PASSWORD', reason: 'Too short' } } },
      ['validation', undefined, { password: 'Too short' }],
    ],
    [
      'fastApiUsers, a weak password without a reason',
      fastApiUsers,
      'register',
      { status: 400, body: { detail: { code: 'REGISTER_INVALID_PASSWORD', reason: [] } } },
      ['validation', undefined, { password: 'This password is not accepted.' }],
    ],
    [
      'fastApiUsers, bad fields',
      fastApiUsers,
      'register',
      {
        status: 422,
        body: {
          detail: [
            { loc: ['body', 'email'], msg: 'not an address' },
            { loc: ['body', 'email'], msg: 'too long' },
            { loc: ['body', 'username'], msg: 'too short' },
          ],
        },
      },
      ['validation', undefined, { email: 'not an address', username: 'too short' }],
    ],
    [
      'fastApiUsers, an unknown code',
      fastApiUsers,
      'register',
      { status: 400, body: { detail: 'SOMETHING_NEW' } },
      ['rejected'],
    ],
    [
      'fastApiUsers, a bad token',
      fastApiUsers,
      'status',
      { status: 401, body: { detail: 'Unauthorized' } },
      ['session_expired'],
    ],
    [
      'nestJs, bad fields',
      nestJs,
      'login',
      {
        status: 400,
        body: {
          statusCode: 400,
          error: 'Bad Request',
          message: [
            'username should not be empty',
            'password must be longer than or equal to 8 characters',
            'password must be a string',
            'property admin should not exist',
          ],
        },
      },
      [
        'validation',
        'username should not be empty. password must be longer than or equal to 8 characters. ' +
          'password must be a string. property admin should not exist',
        {
          username: 'username should not be empty',
          password: 'password must be longer than or equal to 8 characters',
        },
      ],
    ],
    [
      'nestJs, a refusal in words',
      nestJs,
      'login',
      { status: 400, body: { statusCode: 400, message: 'Not today' } },
      ['rejected', 'Not today'],
    ],
    [
      'springSecurity, a duplicate',
      springSecurity,
      'register',
      { status: 400, body: { message: 'Error: Username is already taken!' } },
      ['rejected', 'Error: Username is already taken!'],
    ],
    [
      'springSecurity, binding errors',
      springSecurity,
      'register',
      {
        status: 400,
        body: {
          status: 400,
          message: 'Validation failed',
          errors: [{ field: 'email', defaultMessage: 'must be an address', code: 'Email' }],
        },
      },
      ['validation', 'Validation failed', { email: 'must be an address' }],
    ],
    [
      'springSecurity, a problem (RFC 9457)',
      springSecurity,
      'register',
      { status: 400, body: { title: 'Bad Request', detail: 'Invalid request content.' } },
      ['rejected', 'Invalid request content.'],
    ],
    [
      'springSecurity, a bad refresh token (a 403)',
      springSecurity,
      'refresh',
      { status: 403, body: { statusCode: 403, message: 'Refresh token is not in database!' } },
      ['session_expired'],
    ],
    [
      'laravelSanctum, a missing password (trap 3: a 422 that is a form error)',
      laravelSanctum,
      'login',
      {
        status: 422,
        body: {
          message: 'The email field is required. (and 1 more error)',
          errors: { email: ['The email field is required.'], password: ['Required.'] },
        },
      },
      [
        'validation',
        'The email field is required. (and 1 more error)',
        { email: 'The email field is required.', password: 'Required.' },
      ],
    ],
    [
      'laravelSanctum, too many attempts (also a 422)',
      laravelSanctum,
      'login',
      { status: 422, body: { errors: { email: ['Too many login attempts. Try in 57 seconds.'] } } },
      ['rate_limited'],
    ],
    [
      'laravelSanctum, a second factor that is due (a 200)',
      laravelSanctum,
      'login',
      { status: 200, body: { two_factor: true } },
      ['rejected', 'A two-factor code is needed to sign in.'],
    ],
    [
      'laravelSanctum, a 200 that says nothing',
      laravelSanctum,
      'login',
      { status: 200, body: {} },
      ['invalid_response'],
    ],
    [
      'laravelSanctum, a duplicate',
      laravelSanctum,
      'register',
      {
        status: 422,
        body: { message: 'Taken.', errors: { email: ['The email has already been taken.'] } },
      },
      ['validation', 'Taken.', { email: 'The email has already been taken.' }],
    ],
    [
      'laravelSanctum, a stale XSRF token',
      laravelSanctum,
      'register',
      { status: 419, body: { message: 'CSRF token mismatch.' } },
      ['rejected', 'CSRF token mismatch.'],
    ],
    [
      'laravelSanctum, a session that is over',
      laravelSanctum,
      'status',
      { status: 401, body: { message: 'Unauthenticated.' } },
      ['session_expired'],
    ],
    [
      'aspNetIdentity, a bad registration',
      aspNetIdentity,
      'register',
      {
        status: 400,
        body: {
          title: 'One or more validation errors occurred.',
          status: 400,
          errors: {
            DuplicateUserName: ["Username 'a@b.c' is already taken."],
            DuplicateEmail: ["Email 'a@b.c' is already taken."],
            PasswordTooShort: ['Passwords must be at least 6 characters.'],
            PasswordRequiresDigit: ["Passwords must have at least one digit ('0'-'9')."],
            Age: ['Too young.'],
          },
        },
      },
      [
        'validation',
        undefined,
        {
          email: "Username 'a@b.c' is already taken.",
          password: 'Passwords must be at least 6 characters.',
          age: 'Too young.',
        },
      ],
    ],
    [
      'aspNetIdentity, an ill-formed address',
      aspNetIdentity,
      'register',
      { status: 400, body: { errors: { InvalidEmail: ["Email 'a' is invalid."] } } },
      ['validation', undefined, { email: "Email 'a' is invalid." }],
    ],
    [
      'aspNetIdentity, a second factor that is due',
      aspNetIdentity,
      'login',
      { status: 401, body: { title: 'Unauthorized', status: 401, detail: 'RequiresTwoFactor' } },
      ['rejected', 'A two-factor code is needed to sign in.'],
    ],
    [
      'aspNetIdentity, a bad refresh token',
      aspNetIdentity,
      'refresh',
      { status: 401 },
      ['session_expired'],
    ],
    [
      'devise, a bad registration (trap 3: a 422 that is a form error)',
      devise,
      'register',
      {
        status: 422,
        body: { errors: { email: ['has already been taken'], password: ['is too short', 'no'] } },
      },
      ['validation', undefined, { email: 'has already been taken', password: 'is too short' }],
    ],
    [
      'devise, a refusal in words',
      devise,
      'register',
      { status: 403, body: { error: 'Registration is closed.' } },
      ['rejected', 'Registration is closed.'],
    ],
    [
      'strapi, a missing field',
      strapi,
      'login',
      {
        status: 400,
        body: {
          error: {
            status: 400,
            message: 'identifier is a required field',
            details: {
              errors: [{ path: ['identifier'], message: 'identifier is a required field' }],
            },
          },
        },
      },
      ['validation', 'identifier is a required field', { email: 'identifier is a required field' }],
    ],
    [
      'strapi, a duplicate',
      strapi,
      'register',
      { status: 400, body: { error: { message: 'Email or Username are already taken' } } },
      ['rejected', 'Email or Username are already taken'],
    ],
    [
      'strapi, a blocked account',
      strapi,
      'login',
      {
        status: 400,
        body: { error: { message: 'Your account has been blocked by an administrator' } },
      },
      ['rejected', 'Your account has been blocked by an administrator'],
    ],
    [
      'strapi, a bad token',
      strapi,
      'status',
      { status: 401, body: { error: { message: 'Missing or invalid credentials' } } },
      ['session_expired'],
    ],
  ];
  for (const [what, backend, call, answer, [code, message, fields = {}]] of rows) {
    it(`is ${code} for ${what}`, async () => {
      const app = new FakeBackend(backend, ...(call === 'refresh' ? [withTokenRefresh()] : []));
      if (call === 'status' || call === 'refresh') await signIn(app);
      const calls = {
        login: () => app.auth.login({}),
        register: () => app.auth.register({}),
        status: () => app.auth.checkStatus(),
        refresh: () => app.auth.refresh(),
      };
      const error = asAuthError(await app.run(calls[call](), answer));
      expect(error.code).toBe(code);
      expect(error.message).toBe(message ?? new AuthError(code).message);
      expect(error.fields).toEqual(fields);
      expect(app.auth.isAuthenticated()).toBe(call === 'status' && code !== 'session_expired');
    });
  }

  it('is network where a debug 500 comes without CORS headers (trap 6)', async () => {
    const app = new FakeBackend(flaskJwtAuth);
    const error = firstValueFrom(app.auth.login({})).catch((reason: unknown) => reason);
    (await app.nextRequest()).error(new ProgressEvent('error'));
    expect(asAuthError(await error).code).toBe('network');
  });
});

describe('flaskJwtExtended, asked by a request of the app', () => {
  type Row = readonly [status: number, body: unknown, ends: boolean];
  const rows: readonly Row[] = [
    [401, { msg: 'Token has expired' }, true],
    [401, { msg: 'Token has been revoked' }, true],
    [401, { msg: 'Missing Authorization Header' }, true],
    [401, null, true],
    [401, '<h1>Unauthorized</h1>', true],
    [401, { msg: 'Fresh token required' }, false],
    [401, { msg: 'Missing CSRF token' }, false],
    [401, { msg: 'CSRF double submit tokens do not match' }, false],
    [422, { msg: 'Signature verification failed' }, true],
    [422, { msg: 'Not enough segments' }, true],
    [422, { msg: '' }, false],
    [422, { msg: ['too short'] }, false],
    [422, { message: 'The given data was invalid.', errors: { name: ['too short'] } }, false],
    [422, null, false],
    [403, { msg: 'Only administrators' }, false],
    [500, { msg: 'Token has expired' }, false],
  ];
  for (const [status, body, ends] of rows) {
    it(`${ends ? 'ends' : 'keeps'} the session for ${status} ${JSON.stringify(body)} (traps 3 and 4)`, async () => {
      const app = new FakeBackend(flaskJwtExtended);
      app.auth.setToken('access-1');
      await app.run(TestBed.inject(HttpClient).get(`${BASE_URL}/things`), { status, body });
      expect(app.auth.isAuthenticated()).toBe(!ends);
    });
  }
});

/** Signs in by whichever of these words the backend uses; the refresh token is one of them. */
function signIn(app: FakeBackend): Promise<unknown> {
  const tokens = { access_token: 'access-1', refresh_token: 'refresh-1' };
  const django = { access: 'access-1', refresh: 'refresh-1' };
  const headers = { Authorization: 'Bearer access-1' };
  return app.run(app.auth.login({}), { body: { result: true, ...tokens, ...django }, headers });
}
