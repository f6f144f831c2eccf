import { HttpErrorResponse } from '@angular/common/http';
import { firstValueFrom } from 'rxjs';
import { AuthErrorCode } from '../../errors/auth-error';
import { jwt, secondsFromNow } from '../../../test-support/jwt';
import { errorOf, eventsOf, mock, setUpOnMock } from '../../../test-support/mock-app';
import { ADA, CannedAnswer } from '../../../test-support/mock-backend';

const JSON_TYPE = { 'Content-Type': 'application/json' };

describe('AuthService.login against the mock backend', () => {
  beforeEach(async () => {
    localStorage.clear();
    await mock.reset();
  });

  it('begins a session', async () => {
    const auth = setUpOnMock();
    const events = eventsOf(auth);
    expect(auth.status()).toBe('anonymous');
    expect((await firstValueFrom(auth.login(ADA)))?.['email']).toBe(ADA.email);
    expect(auth.status()).toBe('authenticated');
    expect(auth.isAuthenticated()).toBeTrue();
    expect(auth.token()).toBe(localStorage.getItem('token'));
    expect(auth.claims()?.['sub']).toBe(1);
    expect(auth.expiresAt()!.getTime()).toBeGreaterThan(Date.now());
    expect(events).toEqual(['login']);
  });

  it('sends nothing until it is subscribed to', async () => {
    setUpOnMock().login(ADA);
    expect(await mock.requests()).toEqual([]);
  });

  for (const [what, credentials] of Object.entries({
    'a wrong password': { ...ADA, password: 'nope' },
    'an unknown user': { email: 'eve@example.com', password: 'x' },
  })) {
    it(`fails with one neutral message for ${what}`, async () => {
      const auth = setUpOnMock();
      const error = await errorOf(auth.login(credentials));
      expect(error.code).toBe('invalid_credentials');
      expect(error.message).toBe('The sign-in details are not correct.');
      expect(auth.isAuthenticated()).toBeFalse();
      expect(localStorage.length).toBe(0);
    });
  }

  it('fails with server_error and no server text for a missing field', async () => {
    const error = await errorOf(setUpOnMock().login({ email: ADA.email }));
    expect(error.code).toBe('server_error');
    expect(error.message).not.toContain('Try again');
  });

  const answers: readonly [what: string, answer: Omit<CannedAnswer, 'endpoint'>, AuthErrorCode][] =
    [
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
      const auth = setUpOnMock();
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
    const auth = setUpOnMock();
    await mock.answerNext({
      endpoint: 'login',
      status: 429,
      headers: { 'Retry-After': '17', 'Access-Control-Expose-Headers': 'Retry-After' },
    });
    expect((await errorOf(auth.login(ADA))).retryAfter).toBe(17);
  });

  it('ends in network when nothing listens', async () => {
    const auth = setUpOnMock({ baseUrl: 'http://localhost:9/auth' });
    expect((await errorOf(auth.login(ADA))).code).toBe('network');
  });

  it('ends in timeout when the backend does not answer', async () => {
    await mock.set({ latency: 2_000 });
    const auth = setUpOnMock({ requestTimeout: 50 });
    expect((await errorOf(auth.login(ADA))).code).toBe('timeout');
    expect(auth.isAuthenticated()).toBeFalse();
  });

  it('refuses an answer that was redirected outside the allowed URLs', async () => {
    await mock.answerNext({
      endpoint: 'login',
      status: 307,
      headers: { Location: `${location.origin}/mock/flask-jwt-auth/auth/login` },
    });
    const error = await errorOf(setUpOnMock().login(ADA));
    // Where the browser itself refuses to follow (CORS), the answer never arrives.
    expect(['invalid_response', 'network']).toContain(error.code);
    expect(localStorage.length).toBe(0);
  });

  it('keeps password, token and body out of its errors', async () => {
    const auth = setUpOnMock();
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
    const auth = setUpOnMock();
    const login = errorOf(auth.login(ADA));
    auth.logout().subscribe();
    expect((await login).code).toBe('session_expired');
    expect(auth.status()).toBe('anonymous');
    expect(localStorage.length).toBe(0);
  });

  it('leaves no session when it is unsubscribed from', async () => {
    const auth = setUpOnMock();
    auth.login(ADA).subscribe().unsubscribe();
    expect(await firstValueFrom(auth.checkStatus())).toBeNull();
    expect(auth.status()).toBe('anonymous');
  });

  it('sends passwords byte for byte', async () => {
    const auth = setUpOnMock();
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
