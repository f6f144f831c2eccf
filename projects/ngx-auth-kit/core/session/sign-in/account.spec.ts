import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { firstValueFrom } from 'rxjs';
import { AuthBackend, AuthEndpointName } from '../../backends/auth-backend';
import { AuthErrorCode } from '../../errors/auth-error';
import { accountBackend, AWKWARD_TEXTS } from '../../../test-support/account-backend';
import { asAuthError, FakeAnswer, FakeBackend } from '../../../test-support/fake-backend';
import { errorOf, eventsOf, mock, setUpOnMock } from '../../../test-support/mock-app';
import { ADA } from '../../../test-support/mock-backend';
import { BASE_URL } from '../../../test-support/set-up';
import { AuthService } from '../auth-service';

const DEAD_LINK = 'This link is no longer valid. Please ask for a new one.';

describe('AuthService and the account, against the mock backend', () => {
  let auth: AuthService;

  beforeEach(async () => {
    localStorage.clear();
    await mock.reset();
    auth = setUpOnMock({ backend: accountBackend });
  });

  async function mailedToken(email = ADA.email): Promise<string> {
    await firstValueFrom(auth.forgotPassword({ email }));
    return mock.mailedToken();
  }

  const reset = (token: unknown, password: string) =>
    firstValueFrom(auth.resetPassword({ token, password }));

  it('says nothing of whether an account exists', async () => {
    for (const email of [ADA.email, 'nobody@example.com', ...Object.values(AWKWARD_TEXTS)]) {
      expect(await firstValueFrom(auth.forgotPassword({ email }))).toBeUndefined();
    }
    expect((await mock.lastMail()).to).toBe(ADA.email);
  });

  it('resets a password with what the mail said, and signs nobody in', async () => {
    expect(await reset(await mailedToken(), 'a new one')).toBeUndefined();
    expect(auth.status()).toBe('anonymous');
    expect((await errorOf(auth.login(ADA))).code).toBe('invalid_credentials');
    await firstValueFrom(auth.login({ ...ADA, password: 'a new one' }));
    expect(auth.isAuthenticated()).toBeTrue();
  });

  for (const [what, password] of Object.entries(AWKWARD_TEXTS)) {
    it(`sends a password of ${what} byte for byte`, async () => {
      await reset(await mailedToken(), password);
      await firstValueFrom(auth.login({ ...ADA, password }));
      await firstValueFrom(auth.changePassword({ currentPassword: password, newPassword: 'next' }));
      await firstValueFrom(auth.changePassword({ currentPassword: 'next', newPassword: password }));
      await firstValueFrom(auth.logout());
      const other = password.normalize('NFC').trim();
      if (other !== password) {
        const error = await errorOf(auth.login({ ...ADA, password: other }));
        expect(error.code).toBe('invalid_credentials');
      }
      await firstValueFrom(auth.login({ ...ADA, password }));
      expect(auth.isAuthenticated()).toBeTrue();
    });
  }

  it('rejects a token that was used, in the words of the backend', async () => {
    const token = await mailedToken();
    await reset(token, 'a new one');
    const error = await errorOf(auth.resetPassword({ token, password: 'another' }));
    expect([error.code, error.message]).toEqual(['rejected', DEAD_LINK]);
  });

  it('rejects a token that has expired', async () => {
    const token = await mailedToken();
    await mock.set({ clockOffset: 3_600 });
    const error = await errorOf(auth.resetPassword({ token, password: 'another' }));
    expect([error.code, error.message]).toEqual(['rejected', DEAD_LINK]);
  });

  for (const [what, token] of Object.entries({ ...AWKWARD_TEXTS, nothing: null })) {
    it(`rejects a token of ${what}, and leaves it and the password out of the error`, async () => {
      const password = 'leaked-password';
      for (const call of [
        auth.resetPassword({ token, password }),
        auth.verifyEmail({ token, password }),
      ]) {
        const error = await errorOf(call);
        expect(error.code).toBe('rejected');
        const text = JSON.stringify([error, error.cause, error.message, String(error.stack)]);
        expect(text).not.toContain(password);
        if (token !== null) expect(text).not.toContain(JSON.stringify(token).slice(1, -1));
      }
    });
  }

  it('verifies an address with what the mail said, once', async () => {
    const account = { email: 'new@example.com', password: 'x' };
    await firstValueFrom(auth.register(account));
    const token = await mock.mailedToken();
    expect(await firstValueFrom(auth.verifyEmail({ token }))).toBeUndefined();
    expect(await mock.verified()).toEqual([account.email]);
    expect((await errorOf(auth.verifyEmail({ token }))).code).toBe('rejected');
    expect(auth.isAuthenticated()).toBeTrue();
  });

  describe('changePassword', () => {
    const change = (currentPassword = ADA.password) =>
      auth.changePassword({ currentPassword, newPassword: 'a new one' });

    it('changes the password and keeps the session', async () => {
      await firstValueFrom(auth.login(ADA));
      const token = auth.token();
      const events = eventsOf(auth);
      expect(await firstValueFrom(change())).toBeUndefined();
      expect(auth.token()).toBe(token);
      expect(events).toEqual([]);
      expect((await firstValueFrom(auth.checkStatus()))?.['email']).toBe(ADA.email);
    });

    it('keeps the session where the current password is wrong', async () => {
      await firstValueFrom(auth.login(ADA));
      const error = await errorOf(change('nope'));
      expect([error.code, error.message]).toEqual([
        'rejected',
        'The current password is not correct.',
      ]);
      expect(auth.isAuthenticated()).toBeTrue();
    });

    it('keeps the session where the wrong password is answered 401', async () => {
      await firstValueFrom(auth.login(ADA));
      await mock.answerNext({ endpoint: 'changePassword', status: 401 });
      expect((await errorOf(change('nope'))).code).toBe('invalid_credentials');
      expect(auth.isAuthenticated()).toBeTrue();
    });

    it('ends a session that the backend refuses', async () => {
      await firstValueFrom(auth.login(ADA));
      const events = eventsOf(auth);
      await mock.revoke();
      expect((await errorOf(change())).code).toBe('session_expired');
      expect(events).toEqual(['refused']);
    });

    it('keeps the session where the backend cannot say more', async () => {
      await firstValueFrom(auth.login(ADA));
      await mock.revoke();
      await mock.answerNext({ endpoint: 'status', status: 500 });
      expect((await errorOf(change())).code).toBe('invalid_credentials');
      expect(auth.isAuthenticated()).toBeTrue();
    });
  });
});

describe('AuthService and the account', () => {
  const calls = {
    forgotPassword: (auth: AuthService) => auth.forgotPassword({}),
    resetPassword: (auth: AuthService) => auth.resetPassword({}),
    verifyEmail: (auth: AuthService) => auth.verifyEmail({}),
    changePassword: (auth: AuthService) => auth.changePassword({}),
  } satisfies Partial<Record<AuthEndpointName, unknown>>;

  const answers: readonly [answer: FakeAnswer, code: AuthErrorCode][] = [
    [{ status: 200, body: { status: 'fail', message: 'No.' } }, 'rejected'],
    [{ status: 400, body: { message: 'No.' } }, 'rejected'],
    [{ status: 403, body: { message: 'No.' } }, 'rejected'],
    [{ status: 404, body: { message: 'No.' } }, 'rejected'],
    [{ status: 410, body: { message: 'No.' } }, 'rejected'],
    [{ status: 422, body: { message: 'No.' } }, 'validation'],
    [{ status: 429, body: { message: 'No.' } }, 'rate_limited'],
    [{ status: 500, body: { message: 'No.' } }, 'server_error'],
    [{ status: 400, body: { message: 'No.', fields: { password: 'Short.' } } }, 'validation'],
  ];
  const saysSuccess = ({ body }: { readonly body: unknown }) =>
    (body as { readonly status?: string } | null)?.status !== 'fail';
  const strict: AuthBackend = {
    ...accountBackend,
    endpoints: Object.fromEntries(
      Object.entries(accountBackend.endpoints).map(([name, endpoint]) => [
        name,
        { ...endpoint, succeeded: saysSuccess },
      ]),
    ) as unknown as AuthBackend['endpoints'],
    readError: (response) => {
      const { error, body } = response as { error?: unknown; body?: unknown };
      return (error ?? body) as { message: string; fields?: Record<string, string> };
    },
  };
  for (const [name, call] of Object.entries(calls)) {
    for (const [answer, code] of answers) {
      it(`${name} is ${code} for ${answer.status} ${JSON.stringify(answer.body)}`, async () => {
        const app = new FakeBackend(strict);
        app.auth.setToken('opaque');
        const error = asAuthError(await app.run(call(app.auth), answer));
        expect(error.code).toBe(code);
        const saysMore = code === 'rejected' || code === 'validation';
        expect(error.message === 'No.').toBe(saysMore);
        expect(app.auth.token()).toBe('opaque');
      });
    }

    it(`${name} takes no token from the answer`, async () => {
      const app = new FakeBackend(accountBackend);
      app.auth.setToken('opaque');
      const answer = { body: { status: 'success', auth_token: 'access-2' } };
      expect(await app.run(call(app.auth), answer)).toBeUndefined();
      expect(app.auth.token()).toBe('opaque');
    });

    it(`${name} is not supported without an endpoint`, async () => {
      const { login } = accountBackend.endpoints;
      const { auth } = new FakeBackend({ ...accountBackend, endpoints: { login } });
      expect((await errorOf(call(auth))).code).toBe('not_supported');
    });

    it(`${name} sends ${name === 'changePassword' ? 'the' : 'no'} token`, () => {
      const app = new FakeBackend(accountBackend);
      app.auth.setToken('opaque');
      const subscription = call(app.auth).subscribe();
      const [request] = TestBed.inject(HttpTestingController).match(() => true);
      subscription.unsubscribe();
      expect(request!.request.headers.get('Authorization')).toBe(
        name === 'changePassword' ? 'Bearer opaque' : null,
      );
    });
  }

  it('fetches the XSRF cookie first where there may be none yet', async () => {
    const { laravelSanctum } = await import('../../backends/laravel-sanctum');
    const { auth } = new FakeBackend(laravelSanctum);
    const http = TestBed.inject(HttpTestingController);
    for (const call of [auth.forgotPassword({}), auth.resetPassword({})]) {
      const subscription = call.subscribe();
      http.expectOne(`${BASE_URL}/sanctum/csrf-cookie`).flush('');
      expect(http.match(({ method }) => method === 'POST').length).toBe(1);
      subscription.unsubscribe();
    }
    document.cookie = 'XSRF-TOKEN=there; path=/';
    const subscription = auth.changePassword({}).subscribe();
    document.cookie = 'XSRF-TOKEN=; path=/; max-age=0';
    http.expectNone(`${BASE_URL}/sanctum/csrf-cookie`);
    subscription.unsubscribe();
  });
});
