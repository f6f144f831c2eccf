import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { firstValueFrom } from 'rxjs';
import { AuthBackend } from '../../backends/auth-backend';
import { AuthErrorCode } from '../../errors/auth-error';
import { accountBackend, AWKWARD_TEXTS, TOTP } from '../../../test-support/account-backend';
import { asAuthError, FakeAnswer, FakeBackend } from '../../../test-support/fake-backend';
import { errorOf, eventsOf, mock, setUpOnMock } from '../../../test-support/mock-app';
import { ADA, MockBackend } from '../../../test-support/mock-backend';
import { BASE_URL } from '../../../test-support/set-up';
import { AuthService } from '../auth-service';
import { withRememberMe } from '../remember-me/with-remember-me';
import { SignIn } from './sign-in';

const BEFORE_CODE = 'second_factor_required' satisfies AuthErrorCode;

/** What is left in memory of a login that waits. */
function memory(): string {
  return JSON.stringify((TestBed.inject(SignIn) as unknown as { unfinished: unknown }).unfinished);
}

for (const dialect of ['flask-jwt-auth', 'refresh-token']) {
  describe(`a second factor, against the mock backend (${dialect})`, () => {
    const server = new MockBackend(dialect);
    let auth: AuthService;

    beforeEach(async () => {
      localStorage.clear();
      sessionStorage.clear();
      await server.reset();
      auth = setUpOnMock({ baseUrl: `${server.url}/auth`, backend: accountBackend });
    });

    const login = (account: object = TOTP) => errorOf(auth.login(account));
    const verify = (code: unknown) => firstValueFrom(auth.verifySecondFactor({ code }));
    const mailedCode = async () => (await server.lastMail()).code ?? '';

    it('signs in with the code, as a login does', async () => {
      const events = eventsOf(auth);
      const due = await login();
      expect(due.code).toBe(BEFORE_CODE);
      expect(auth.status()).toBe('anonymous');
      expect([localStorage.length, sessionStorage.length]).toEqual([0, 0]);
      expect(events).toEqual([]);
      expect((await verify(await mailedCode()))?.['email']).toBe(TOTP.email);
      expect(auth.isAuthenticated()).toBeTrue();
      expect(localStorage.getItem('token')).toBe(auth.token());
      expect(events).toEqual(['login']);
      expect(memory()).toBe('null');
      expect((await firstValueFrom(auth.checkStatus()))?.['email']).toBe(TOTP.email);
    });

    it('keeps challenge, code and password out of its errors', async () => {
      const due = await login();
      const code = await mailedCode();
      const wrong = await errorOf(auth.verifySecondFactor({ code: `${code}!` }));
      expect(wrong.code).toBe('invalid_credentials');
      const challenge = /"challenge":"([^"]+)"/.exec(memory())![1]!;
      for (const error of [due, wrong]) {
        const text = JSON.stringify([error, error.cause, error.message, String(error.stack)]);
        expect(text).not.toContain(challenge);
        expect(text).not.toContain(code);
        expect(text).not.toContain(TOTP.password);
      }
      expect(memory()).not.toContain(TOTP.password);
    });

    for (const [what, code] of Object.entries({ ...AWKWARD_TEXTS, nothing: '', 'no text': null })) {
      it(`leaves another try after a code of ${what}`, async () => {
        await login();
        expect((await errorOf(auth.verifySecondFactor({ code }))).code).toBe('invalid_credentials');
        await verify(await mailedCode());
        expect(auth.isAuthenticated()).toBeTrue();
      });
    }

    it('is over once the backend gives the challenge up', async () => {
      await login();
      for (let attempt = 1; attempt <= 5; attempt++) {
        const error = await errorOf(auth.verifySecondFactor({ code: 'x' }));
        expect(error.code).toBe('invalid_credentials');
      }
      for (let attempt = 1; attempt <= 2; attempt++) {
        const over = await errorOf(auth.verifySecondFactor({ code: await mailedCode() }));
        expect(over.code).toBe('session_expired');
      }
      const calls = (await server.requests()).filter(({ path }) => path.endsWith('/second-factor'));
      expect(calls.length).withContext('the last one is not even asked').toBe(6);
      expect(memory()).toBe('null');
    });

    const endings: readonly [what: string, end: () => unknown][] = [
      ['a logout', () => auth.logout().subscribe()],
      ['a token from elsewhere', () => auth.setToken('opaque')],
      ['its cancellation', () => auth.cancelLogin()],
      ['another login', () => firstValueFrom(auth.login(ADA))],
      ['another login that is refused', () => login({ ...ADA, password: 'nope' })],
      ['a registration that signs in', () => firstValueFrom(auth.register(NEW))],
    ];
    const NEW = { email: 'new@example.com', password: 'x' };
    for (const [what, end] of endings) {
      it(`ends with ${what}`, async () => {
        await login();
        const code = await mailedCode();
        await end();
        expect(memory()).toBe('null');
        const token = auth.token();
        const error = await errorOf(auth.verifySecondFactor({ code }));
        expect(error.code).toBe('session_expired');
        expect(auth.token()).toBe(token);
      });
    }

    for (const [what, end] of endings.slice(0, 2)) {
      it(`begins no session after ${what} while the code is under way`, async () => {
        await login();
        const outcome = errorOf(auth.verifySecondFactor({ code: await mailedCode() }));
        end();
        const token = auth.token();
        expect((await outcome).code).toBe('session_expired');
        expect(auth.token()).toBe(token);
        expect(localStorage.getItem('token')).toBe(token);
      });
    }

    it('signs in once where the code is sent twice', async () => {
      const events = eventsOf(auth);
      await login();
      const code = await mailedCode();
      const outcomes = await Promise.allSettled([verify(code), verify(code)]);
      expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      expect(events).toEqual(['login']);
    });

    it('asks nobody without a login that waits', async () => {
      expect((await errorOf(auth.verifySecondFactor({ code: '1' }))).code).toBe('session_expired');
      expect(await server.requests()).toEqual([]);
    });
  });
}

describe('a second factor', () => {
  beforeEach(() => mock.reset());

  it('is not supported by a backend that has none', async () => {
    const error = await errorOf(setUpOnMock().verifySecondFactor({ code: '1' }));
    expect(error.code).toBe('not_supported');
  });

  it('keeps the choice of its login', async () => {
    const app = new FakeBackend(accountBackend, withRememberMe());
    const due = { body: { challenge: 'c-1' } };
    await app.run(app.auth.login({}, { remember: false }), due);
    await app.run(app.auth.verifySecondFactor({}), { body: { auth_token: 'access-1' } });
    expect(localStorage.length).toBe(0);
    expect(sessionStorage.getItem('token')).toBe('access-1');
  });

  it('belongs to the last login, which cancels the one before', async () => {
    const { auth } = new FakeBackend(accountBackend);
    const http = TestBed.inject(HttpTestingController);
    const outcomes = [1, 2].map(() => errorOf(auth.login({})));
    const requests = http.match(`${BASE_URL}/login`);
    expect(requests[0]!.cancelled).toBeTrue();
    expect((await outcomes[0]!).code).toBe('session_expired');
    requests[1]!.flush({ challenge: 'second' });
    expect((await outcomes[1]!).code).toBe(BEFORE_CODE);
    const call = auth.verifySecondFactor({ code: '1' }).subscribe();
    const { body } = http.expectOne(`${BASE_URL}/second-factor`).request;
    expect(body).toEqual({ challenge: 'second', code: '1' });
    call.unsubscribe();
  });

  it('begins no session once another login has begun', async () => {
    const { auth } = new FakeBackend(accountBackend);
    const http = TestBed.inject(HttpTestingController);
    const due = errorOf(auth.login({}));
    http.expectOne(`${BASE_URL}/login`).flush({ challenge: 'c-1' });
    await due;
    const late = errorOf(auth.verifySecondFactor({}));
    auth.login({}).subscribe();
    http.expectOne(`${BASE_URL}/second-factor`).flush({ auth_token: 'access-1' });
    expect((await late).code).toBe('session_expired');
    http.expectOne(`${BASE_URL}/login`).flush({ auth_token: 'access-2' });
    expect(auth.token()).toBe('access-2');
  });

  it('is not asked for once somebody has signed out', async () => {
    const { auth } = new FakeBackend(accountBackend);
    const late = errorOf(auth.login({}));
    auth.logout().subscribe();
    const call = TestBed.inject(HttpTestingController).expectOne(`${BASE_URL}/login`);
    expect(call.cancelled).toBeTrue();
    expect((await late).code).toBe('session_expired');
    expect(memory()).toBe('null');
  });

  it('takes the credentials along only where the backend wants them', async () => {
    const { secondFactor } = accountBackend.endpoints;
    const repeating: AuthBackend = {
      ...accountBackend,
      endpoints: {
        ...accountBackend.endpoints,
        secondFactor: { ...secondFactor!, repeatsLogin: true },
      },
    };
    const app = new FakeBackend(repeating);
    await app.run(app.auth.login(ADA), { body: { challenge: 'c-1' } });
    expect(memory()).toContain(ADA.password);
    void firstValueFrom(app.auth.verifySecondFactor({ code: '1' }));
    const request = await app.nextRequest();
    expect(request.request.body).toEqual({ ...ADA, challenge: 'c-1', code: '1' });
    app.answer(request, { body: { auth_token: 'access-1' } });
    expect(memory()).toBe('null');
  });

  const throwing: AuthBackend = {
    ...accountBackend,
    readChallenge: ({ status }) => {
      throw new Error(`cannot read ${status} with leaked-token`);
    },
  };
  const unreadable: readonly [answer: FakeAnswer, code: AuthErrorCode][] = [
    [{ status: 200, body: { auth_token: 'leaked-token' } }, 'invalid_response'],
    [{ status: 204 }, 'invalid_response'],
    [{ status: 401, body: { message: 'leaked-token' } }, 'invalid_credentials'],
    [{ status: 400, body: 'leaked-token' }, 'rejected'],
    [{ status: 500, body: 'leaked-token' }, 'server_error'],
  ];
  for (const [answer, code] of unreadable) {
    it(`ends in ${code} where readChallenge throws on a ${answer.status}`, async () => {
      const app = new FakeBackend(throwing);
      const error = asAuthError(await app.run(app.auth.login({}), answer));
      expect(error.code).toBe(code);
      expect(app.auth.isAuthenticated()).toBeFalse();
      expect(
        JSON.stringify([error, error.cause, String(error.cause), error.message]),
      ).not.toContain('leaked-token');
    });
  }

  for (const status of [500, 503]) {
    it(`is not read from a ${status}`, async () => {
      const app = new FakeBackend(accountBackend);
      const answer = { status, body: { challenge: 'c-1' } };
      expect(asAuthError(await app.run(app.auth.login({}), answer)).code).toBe('server_error');
    });
  }

  const refusals: readonly [answer: FakeAnswer, code: AuthErrorCode, again: boolean][] = [
    [{ status: 401 }, 'invalid_credentials', true],
    [{ status: 403 }, 'invalid_credentials', true],
    [{ status: 200, body: { status: 'fail' } }, 'invalid_credentials', true],
    [{ status: 200, body: {} }, 'invalid_response', true],
    [{ status: 422, body: {} }, 'validation', true],
    [{ status: 429 }, 'rate_limited', true],
    [{ status: 500 }, 'server_error', true],
    [{ status: 410 }, 'session_expired', false],
  ];
  for (const [answer, code, again] of refusals) {
    it(`is ${code} for a ${answer.status} and ${again ? 'stays' : 'is over'}`, async () => {
      const app = new FakeBackend(accountBackend);
      await app.run(app.auth.login({}), { status: 401, body: { challenge: 'c-1' } });
      const error = asAuthError(await app.run(app.auth.verifySecondFactor({}), answer));
      expect(error.code).toBe(code);
      expect(app.auth.isAuthenticated()).toBeFalse();
      expect(memory().includes('c-1')).toBe(again);
    });
  }
});
