import {
  HttpErrorResponse,
  HttpHeaders,
  HttpInterceptorFn,
  HttpResponse,
  provideHttpClient,
  withInterceptors,
} from '@angular/common/http';
import { TestBed } from '@angular/core/testing';
import { firstValueFrom, Observable, of, throwError } from 'rxjs';
import { AuthError } from '../errors/auth-error';
import { authInterceptor } from '../http/auth-interceptor';
import { setUpFakeHttp } from '../../test-support/set-up';
import { aspNetIdentity } from './asp-net-identity';
import { AuthBackend, AuthEndpointName } from './auth-backend';
import { betterAuth } from './better-auth';
import { devise } from './devise';
import { djRestAuth } from './dj-rest-auth';
import { djangoSimpleJwt } from './django-simple-jwt';
import { fastApiUsers } from './fast-api-users';
import { flaskJwt } from './flask-jwt';
import { flaskJwtAuth } from './flask-jwt-auth';
import { flaskJwtExtended } from './flask-jwt-extended';
import { flaskRestful } from './flask-restful';
import { flaskSession } from './flask-session';
import { jhipster } from './jhipster';
import { laravelSanctum } from './laravel-sanctum';
import { nestJs } from './nest-js';
import { realWorld } from './real-world';
import { springSecurity } from './spring-security';
import { strapi } from './strapi';

const PRESETS: Record<string, AuthBackend> = {
  aspNetIdentity,
  betterAuth,
  betterAuthBearer: { ...betterAuth, session: 'token' },
  devise,
  djRestAuth,
  djangoSimpleJwt,
  fastApiUsers,
  flaskJwt,
  flaskJwtAuth,
  flaskJwtExtended,
  flaskRestful,
  flaskSession,
  jhipster,
  laravelSanctum,
  nestJs,
  realWorld,
  springSecurity,
  strapi,
};

const STATUSES = [200, 202, 400, 401, 422];
const CREDENTIALS = { email: 'ada@example.com', username: 'ada', password: 'p' };
const HTML = '<!doctype html><title>Hi</title>';

/** Bodies that name neither a token nor a user. */
const EMPTY_HANDED: Record<string, unknown> = {
  'HTML text': HTML,
  'plain text': 'Bad Gateway',
  'a bare string': 'success',
  'an empty string': '',
  null: null,
  'an array': [],
  'an array of objects': [{ token: 'a', result: true, status: true, id: 1 }],
  'a number': 42,
  true: true,
  'an empty object': {},
  'inherited properties': Object.create({ token: 'a', result: true, status: true, id: 1 }),
  'a property named __proto__': JSON.parse(
    '{"__proto__":{"token":"a","result":true,"status":true}}',
  ),
};

/** Every name that a preset reads, with a value of the wrong type. */
function illTyped(value: unknown): unknown {
  const names =
    'access accessToken access_token auth_token code current_identity data description detail ' +
    'details error errors expiresIn fieldErrors fields id_token jwt key logged_in_as message msg ' +
    'non_field_errors reason refresh refreshToken refresh_token result session status title token ' +
    'twoFactorRedirect two_factor type user';
  return Object.fromEntries(names.split(' ').map((name) => [name, value]));
}

const ILL_TYPED: Record<string, unknown> = {
  'ill-typed numbers': illTyped(7),
  'ill-typed nulls': illTyped(null),
  'ill-typed lists': illTyped([null, 1, [[]], { loc: 1, path: {}, field: [], msg: 0 }]),
  'ill-typed objects': illTyped({ errors: { a: 1 }, message: {}, data: [] }),
  'empty texts': illTyped(''),
};

/** Answers every request with this, and a page of HTML with what HttpClient makes of it. */
function answering(status: number, body: unknown): HttpInterceptorFn {
  return ({ url }) => {
    const parses = body !== HTML || status >= 400;
    const error = parses ? body : { error: new SyntaxError('Unexpected token <'), text: HTML };
    return status < 400 && parses
      ? of(new HttpResponse({ status, body, url }))
      : throwError(() => new HttpErrorResponse({ status, error, url }));
  };
}

function setUp(backend: AuthBackend, status: number, body: unknown) {
  TestBed.resetTestingModule();
  const interceptors = [authInterceptor, answering(status, body)];
  return setUpFakeHttp({ backend }, provideHttpClient(withInterceptors(interceptors)));
}

function outcomeOf(call: Observable<unknown>): Promise<unknown> {
  return firstValueFrom(call).catch((error: unknown) => error);
}

for (const [name, backend] of Object.entries(PRESETS)) {
  describe(`${name}, answered nonsense (trap 9)`, () => {
    const isCookie = backend.session === 'cookie';

    for (const [what, body] of Object.entries(EMPTY_HANDED)) {
      it(`begins no session for ${what}`, async () => {
        for (const status of STATUSES) {
          const auth = setUp(backend, status, body);
          const login = await outcomeOf(auth.login(CREDENTIALS));
          expect(login).withContext(`login ${status}`).toBeInstanceOf(AuthError);
          expect((login as AuthError).message).not.toContain('<');
          if (backend.endpoints.register) {
            const registration = await outcomeOf(auth.register(CREDENTIALS));
            if (!(registration instanceof AuthError)) {
              expect(registration).toEqual({ user: null, authenticated: false });
            }
          }
          expect(auth.isAuthenticated()).withContext(`${status}`).toBeFalse();
          expect(localStorage.length).toBe(0);
        }
      });

      if (!backend.endpoints.status) continue;
      it(`names no user for ${what}`, async () => {
        for (const status of STATUSES) {
          const auth = setUp(backend, status, body);
          if (!isCookie) auth.setToken('opaque');
          const answer = await outcomeOf(auth.checkStatus());
          if (!(answer instanceof AuthError)) expect(answer).toBeNull();
          expect(auth.user()).withContext(`${status}`).toBeNull();
          if (isCookie) expect(auth.isAuthenticated()).toBeFalse();
        }
      });
    }

    for (const [what, body] of Object.entries({ ...EMPTY_HANDED, ...ILL_TYPED })) {
      it(`has functions that take ${what}`, () => {
        const headers = new HttpHeaders({ Authorization: 'Basic x' });
        const success = new HttpResponse({ status: 200, body, headers });
        const failure = new HttpErrorResponse({ status: 400, error: body, headers });
        expect(backend.readTokens(success)).toBeNull();
        backend.readUser(success);
        backend.refusesToken?.(failure);
        for (const endpoint of Object.keys(backend.endpoints) as AuthEndpointName[]) {
          const { body: toBody, succeeded } = backend.endpoints[endpoint]!;
          toBody?.(body);
          succeeded?.(success);
          for (const response of [success, failure]) {
            const details = backend.readError!(response, endpoint);
            expect(['string', 'undefined']).toContain(typeof details?.message);
            for (const text of Object.values(details?.fields ?? {})) {
              expect(typeof text).toBe('string');
            }
          }
        }
      });
    }

    it('keeps tokens out of the user, whatever its id (trap 10)', async () => {
      for (const id of [1, '1']) {
        const tokens = { accessToken: 'a', refresh_token: 'b', token: 'c', jwt: 'd' };
        const user = { id, sub: id, ...tokens };
        const beside = { key: 'e', access: 'f', result: true };
        const auth = setUp(backend, 200, { ...user, ...beside, user, data: user });
        await outcomeOf(auth.login(CREDENTIALS));
        await outcomeOf(auth.checkStatus());
        expect(JSON.stringify(auth.user())).not.toMatch(/"[a-e]"/);
      }
    });
  });
}
