import { asAuthError, FakeAnswer, FakeBackend } from '../../test-support/fake-backend';
import { AuthBackend } from './auth-backend';
import { aspNetIdentity } from './asp-net-identity';
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
      await app.signIn();
      await app.run(app.auth.login({}), answer);
      expect(app.auth.status()).toBe('authenticated');
    });
  }
});
