import { HttpErrorResponse } from '@angular/common/http';
import { TestBed } from '@angular/core/testing';
import { firstValueFrom, Observable } from 'rxjs';
import { AuthError, AuthErrorCode } from '../errors/auth-error';
import { jwt, secondsFromNow } from '../test-support/jwt';
import { ADA, CannedAnswer, MockBackend } from '../test-support/mock-backend';
import { authProviders } from '../test-support/set-up';
import { AuthEvent } from './auth-event';
import { AuthService } from './auth-service';

const mock = new MockBackend();
const JSON_TYPE = { 'Content-Type': 'application/json' };

function setUp(config = {}): AuthService {
  TestBed.configureTestingModule({
    providers: authProviders({ baseUrl: `${mock.url}/auth`, requestTimeout: 3_000, ...config }),
  });
  return TestBed.inject(AuthService);
}

async function errorOf(answer: Observable<unknown>): Promise<AuthError> {
  try {
    fail(`succeeded with ${await firstValueFrom(answer)}`);
  } catch (error) {
    if (error instanceof AuthError) return error;
    throw error;
  }
  throw new Error('no error');
}

function eventsOf(auth: AuthService): AuthEvent['type'][] {
  const types: AuthEvent['type'][] = [];
  auth.events.subscribe(({ type }) => types.push(type));
  return types;
}

describe('AuthService against the mock backend', () => {
  beforeEach(async () => {
    localStorage.clear();
    await mock.reset();
  });

  describe('login', () => {
    it('begins a session', async () => {
      const auth = setUp();
      const events = eventsOf(auth);
      expect(auth.status()).toBe('anonymous');
      expect(await firstValueFrom(auth.login(ADA))).toBeNull();
      expect(auth.status()).toBe('authenticated');
      expect(auth.isAuthenticated()).toBeTrue();
      expect(auth.token()).toBe(localStorage.getItem('token'));
      expect(auth.claims()?.['sub']).toBe(1);
      expect(auth.expiresAt()!.getTime()).toBeGreaterThan(Date.now());
      expect(events).toEqual(['login']);
    });

    it('sends nothing until it is subscribed to', async () => {
      setUp().login(ADA);
      expect(await mock.requests()).toEqual([]);
    });

    for (const [what, credentials] of Object.entries({
      'a wrong password': { ...ADA, password: 'nope' },
      'an unknown user': { email: 'eve@example.com', password: 'x' },
    })) {
      it(`fails with one neutral message for ${what}`, async () => {
        const auth = setUp();
        const error = await errorOf(auth.login(credentials));
        expect(error.code).toBe('invalid_credentials');
        expect(error.message).toBe('The sign-in details are not correct.');
        expect(auth.isAuthenticated()).toBeFalse();
        expect(localStorage.length).toBe(0);
      });
    }

    it('fails with server_error and no server text for a missing field', async () => {
      const error = await errorOf(setUp().login({ email: ADA.email }));
      expect(error.code).toBe('server_error');
      expect(error.message).not.toContain('Try again');
    });

    const answers: readonly [
      what: string,
      answer: Omit<CannedAnswer, 'endpoint'>,
      AuthErrorCode,
    ][] = [
      [
        'HTML',
        { status: 200, headers: { 'Content-Type': 'text/html' }, body: '<h1>Hi</h1>' },
        'invalid_response',
      ],
      ['an empty 200', { status: 200, body: '' }, 'invalid_response'],
      ['204', { status: 204 }, 'invalid_response'],
      [
        'no token',
        { status: 200, headers: JSON_TYPE, body: '{"status":"success"}' },
        'invalid_response',
      ],
      [
        'a null token',
        { status: 200, headers: JSON_TYPE, body: '{"auth_token":null}' },
        'invalid_response',
      ],
      [
        'a number as token',
        { status: 200, headers: JSON_TYPE, body: '{"auth_token":1}' },
        'invalid_response',
      ],
      [
        'an empty token',
        { status: 200, headers: JSON_TYPE, body: '{"auth_token":""}' },
        'invalid_response',
      ],
      [
        'the word undefined',
        { status: 200, headers: JSON_TYPE, body: '{"auth_token":"undefined"}' },
        'invalid_response',
      ],
      [
        'a token with a line break',
        { status: 200, headers: JSON_TYPE, body: '{"auth_token":"a\\nb"}' },
        'invalid_response',
      ],
      [
        'an unsigned token',
        {
          status: 200,
          headers: JSON_TYPE,
          body: JSON.stringify({ auth_token: jwt({}, { alg: 'none' }) }),
        },
        'invalid_response',
      ],
      [
        'an expired token',
        {
          status: 200,
          headers: JSON_TYPE,
          body: JSON.stringify({ auth_token: jwt({ exp: secondsFromNow(-9) }) }),
        },
        'invalid_response',
      ],
      ['an array', { status: 200, headers: JSON_TYPE, body: '["token"]' }, 'invalid_response'],
      ['a bare string', { status: 200, headers: JSON_TYPE, body: '"token"' }, 'invalid_response'],
      ['null', { status: 200, headers: JSON_TYPE, body: 'null' }, 'invalid_response'],
      [
        'truncated JSON',
        { status: 200, headers: JSON_TYPE, body: '{"auth_token":"abc' },
        'invalid_response',
      ],
      [
        '__proto__',
        { status: 200, headers: JSON_TYPE, body: '{"__proto__":{"auth_token":"abc"}}' },
        'invalid_response',
      ],
      [
        'a success that says no',
        { status: 200, headers: JSON_TYPE, body: '{"status":"fail","auth_token":"abc"}' },
        'invalid_credentials',
      ],
      [
        '202 that says no',
        { status: 202, headers: JSON_TYPE, body: '{"status":"fail"}' },
        'invalid_credentials',
      ],
      ['400', { status: 400, headers: JSON_TYPE, body: '{"message":"Odd"}' }, 'rejected'],
      [
        '401',
        { status: 401, headers: JSON_TYPE, body: '{"message":"No such user"}' },
        'invalid_credentials',
      ],
      ['403', { status: 403, body: 'Forbidden' }, 'invalid_credentials'],
      [
        '404',
        { status: 404, headers: { 'Content-Type': 'text/html' }, body: '<h1>Not Found</h1>' },
        'invalid_credentials',
      ],
      ['405', { status: 405 }, 'rejected'],
      ['422', { status: 422, headers: JSON_TYPE, body: '{}' }, 'validation'],
      ['429', { status: 429 }, 'rate_limited'],
      [
        '500',
        { status: 500, headers: JSON_TYPE, body: '{"message":"KeyError at line 3"}' },
        'server_error',
      ],
      ['503', { status: 503, body: 'down' }, 'server_error'],
    ];
    for (const [what, answer, code] of answers) {
      it(`ends in ${code} for ${what}, and stores nothing`, async () => {
        const auth = setUp();
        const events = eventsOf(auth);
        await mock.answerNext({ endpoint: 'login', ...answer });
        const error = await errorOf(auth.login(ADA));
        expect(error.code).toBe(code);
        expect(auth.status()).toBe('anonymous');
        expect(localStorage.length).toBe(0);
        expect(events).toEqual([]);
        expect(error.message).not.toMatch(/KeyError|No such user|down|Forbidden/);
      });
    }

    it('says how many seconds to wait when rate limited', async () => {
      const auth = setUp();
      await mock.answerNext({
        endpoint: 'login',
        status: 429,
        headers: { 'Retry-After': '17', 'Access-Control-Expose-Headers': 'Retry-After' },
      });
      expect((await errorOf(auth.login(ADA))).retryAfter).toBe(17);
    });

    it('ends in network when nothing listens', async () => {
      const auth = setUp({ baseUrl: 'http://localhost:9/auth' });
      expect((await errorOf(auth.login(ADA))).code).toBe('network');
    });

    it('ends in timeout when the backend does not answer', async () => {
      await mock.set({ latency: 2_000 });
      const auth = setUp({ requestTimeout: 50 });
      expect((await errorOf(auth.login(ADA))).code).toBe('timeout');
      expect(auth.isAuthenticated()).toBeFalse();
    });

    it('refuses an answer that was redirected outside the allowed URLs', async () => {
      await mock.answerNext({
        endpoint: 'login',
        status: 307,
        headers: { Location: `${location.origin}/mock/flask-jwt-auth/auth/login` },
      });
      const error = await errorOf(setUp().login(ADA));
      // Where the browser itself refuses to follow (CORS), the answer never arrives.
      expect(['invalid_response', 'network']).toContain(error.code);
      expect(localStorage.length).toBe(0);
    });

    it('keeps password, token and body out of its errors', async () => {
      const auth = setUp();
      await mock.answerNext({
        endpoint: 'login',
        status: 422,
        headers: JSON_TYPE,
        body: JSON.stringify({ input: ADA, auth_token: 'leaked-token' }),
      });
      const error = await errorOf(auth.login(ADA));
      const cause = error.cause as HttpErrorResponse;
      expect(cause.status).toBe(422);
      expect(
        JSON.stringify([error, cause, error.message, cause.message, String(error.stack)]),
      ).not.toMatch(/correct horse|leaked-token/);
    });

    it('drops an answer that arrives after a logout', async () => {
      const auth = setUp();
      const login = errorOf(auth.login(ADA));
      auth.logout().subscribe();
      expect((await login).code).toBe('session_expired');
      expect(auth.status()).toBe('anonymous');
      expect(localStorage.length).toBe(0);
    });

    it('leaves no session when it is unsubscribed from', async () => {
      const auth = setUp();
      auth.login(ADA).subscribe().unsubscribe();
      expect(await firstValueFrom(auth.checkStatus())).toBeNull();
      expect(auth.status()).toBe('anonymous');
    });

    it('sends passwords byte for byte', async () => {
      const auth = setUp();
      const account = { email: 'p@example.com', password: '  e\u0301 é 🦊\t"\\ \u00a0 ' };
      await firstValueFrom(auth.register(account));
      await firstValueFrom(auth.logout());
      await expectAsync(
        firstValueFrom(auth.register({ ...account, email: 'q@example.com' })),
      ).toBeResolved();
      const trimmed = { ...account, password: account.password.trim() };
      expect((await errorOf(auth.login(trimmed))).code).toBe('invalid_credentials');
    });
  });

  describe('register', () => {
    const details = { email: 'new@example.com', password: 'a new password' };

    it('signs in where the backend does', async () => {
      const auth = setUp();
      expect(await firstValueFrom(auth.register(details))).toEqual({
        user: null,
        authenticated: true,
      });
      expect(auth.isAuthenticated()).toBeTrue();
    });

    it('never signs in on a duplicate, and says what the backend says', async () => {
      const auth = setUp();
      const error = await errorOf(auth.register(ADA));
      expect(error.code).toBe('rejected');
      expect(error.message).toBe('User already exists. Please Log in.');
      expect(auth.status()).toBe('anonymous');
      expect(localStorage.length).toBe(0);
    });

    it('is not supported without an endpoint', async () => {
      const { flaskJwtAuth } = await import('../backends/flask-jwt-auth');
      const { login } = flaskJwtAuth.endpoints;
      const auth = setUp({ backend: { ...flaskJwtAuth, endpoints: { login } } });
      expect((await errorOf(auth.register(details))).code).toBe('not_supported');
    });
  });

  describe('checkStatus', () => {
    it('asks the backend for the user', async () => {
      const auth = setUp();
      await firstValueFrom(auth.login(ADA));
      const user = await firstValueFrom(auth.checkStatus());
      expect(user?.['email']).toBe(ADA.email);
      expect(auth.user()).toBe(user);
    });

    it('answers null without a session, and asks nobody', async () => {
      expect(await firstValueFrom(setUp().checkStatus())).toBeNull();
      expect(await mock.requests()).toEqual([]);
    });

    it('ends a session that the backend refuses', async () => {
      const auth = setUp();
      await firstValueFrom(auth.login(ADA));
      const events = eventsOf(auth);
      await mock.revoke();
      expect((await errorOf(auth.checkStatus())).code).toBe('session_expired');
      expect(auth.status()).toBe('anonymous');
      expect(localStorage.length).toBe(0);
      expect(events).toEqual(['refused']);
    });

    for (const status of [403, 500, 503]) {
      it(`keeps the session when the backend answers ${status}`, async () => {
        const auth = setUp();
        await firstValueFrom(auth.login(ADA));
        await mock.answerNext({ endpoint: 'status', status, body: 'no' });
        await errorOf(auth.checkStatus());
        expect(auth.isAuthenticated()).toBeTrue();
      });
    }

    it('keeps the session when the backend is gone', async () => {
      const auth = setUp();
      await firstValueFrom(auth.login(ADA));
      await mock.set({ outage: 'network' });
      expect((await errorOf(auth.checkStatus())).code).toBe('network');
      expect(auth.isAuthenticated()).toBeTrue();
      await mock.set({ outage: false });
    });
  });

  describe('logout', () => {
    it('ends the session at once, then tells the backend', async () => {
      const auth = setUp();
      await firstValueFrom(auth.login(ADA));
      const events = eventsOf(auth);
      const done = firstValueFrom(auth.logout());
      expect(auth.status()).toBe('anonymous');
      expect(localStorage.length).toBe(0);
      await done;
      const last = (await mock.requests()).at(-1)!;
      expect([last.method, last.authorization]).toEqual(['POST', true]);
      expect(last.path).toMatch(/\/logout$/);
      expect(events).toEqual(['logout']);
    });

    for (const outage of ['error', 'network']) {
      it(`completes when the backend fails (${outage})`, async () => {
        spyOn(console, 'warn');
        const auth = setUp();
        await firstValueFrom(auth.login(ADA));
        await mock.set({ outage });
        await expectAsync(firstValueFrom(auth.logout())).toBeResolved();
        expect(auth.status()).toBe('anonymous');
        expect(console.warn).toHaveBeenCalledTimes(1);
        await mock.set({ outage: false });
      });
    }

    it('tells the backend also when its subscriber leaves', async () => {
      const auth = setUp();
      await firstValueFrom(auth.login(ADA));
      const token = auth.token()!;
      const logout = auth.logout();
      logout.subscribe().unsubscribe();
      const revoked = async () =>
        (await fetch(`${mock.url}/auth/status`, { headers: { Authorization: `Bearer ${token}` } }))
          .status === 401;
      while (!(await revoked()));
      expect(await revoked()).toBeTrue();
    });
  });

  describe('setToken', () => {
    it('takes a token and begins a session', () => {
      const auth = setUp();
      expect(auth.setToken(jwt({ sub: 3 }))).toBeTrue();
      expect(auth.claims()).toEqual({ sub: 3 });
      expect(auth.expiresAt()).toBeNull();
    });

    it('takes an opaque token', () => {
      const auth = setUp();
      expect(auth.setToken('opaque')).toBeTrue();
      expect(auth.claims()).toBeNull();
      expect(auth.isAuthenticated()).toBeTrue();
    });

    for (const token of [
      '',
      'null',
      'a b',
      jwt({}, { alg: 'none' }),
      jwt({ exp: secondsFromNow(-1) }),
    ]) {
      it(`changes nothing for ${token.slice(0, 12) || 'an empty string'}`, () => {
        const auth = setUp();
        auth.setToken('kept');
        expect(auth.setToken(token)).toBeFalse();
        expect(auth.token()).toBe('kept');
        expect(localStorage.getItem('token')).toBe('kept');
      });
    }
  });
});
