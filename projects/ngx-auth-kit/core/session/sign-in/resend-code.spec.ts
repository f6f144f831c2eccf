import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { firstValueFrom } from 'rxjs';
import { AuthBackend } from '../../backends/auth-backend';
import { AuthErrorCode } from '../../errors/auth-error';
import { accountBackend } from '../../../test-support/account-backend';
import { asAuthError, FakeAnswer, FakeBackend } from '../../../test-support/fake-backend';
import { errorOf } from '../../../test-support/mock-app';
import { BASE_URL } from '../../../test-support/set-up';

const DUE = { status: 401, body: { challenge: 'c-1' } };

/** An app with a login that waits for its code. */
async function waiting(backend: AuthBackend = accountBackend): Promise<FakeBackend> {
  const app = new FakeBackend(backend);
  await app.run(app.auth.login({ phone: '1' }), DUE);
  return app;
}

/** What the second factor is sent with. */
async function sentWithCode(app: FakeBackend): Promise<unknown> {
  const call = app.auth.verifySecondFactor({ code: '1' }).subscribe({ error: () => undefined });
  const { body } = (await app.nextRequest()).request;
  call.unsubscribe();
  return body;
}

describe('a code that is sent again', () => {
  it('is asked for with the challenge, which stays', async () => {
    const app = await waiting();
    const done = firstValueFrom(app.auth.resendCode());
    const request = await app.nextRequest();
    expect(request.request.url).toBe(`${BASE_URL}/resend-code`);
    expect(request.request.body).toEqual({ challenge: 'c-1' });
    app.answer(request, { status: 204 });
    await done;
    expect(await sentWithCode(app)).toEqual({ challenge: 'c-1', code: '1' });
  });

  it('belongs to the new challenge if the answer has one', async () => {
    const app = await waiting();
    await app.run(app.auth.resendCode(), { body: { challenge: 'c-2' } });
    expect(await sentWithCode(app)).toEqual({ challenge: 'c-2', code: '1' });
  });

  it('keeps the login open if the code before it is over meanwhile', async () => {
    const app = await waiting();
    const verified = errorOf(app.auth.verifySecondFactor({ code: '1' }));
    const early = await app.nextRequest();
    await app.run(app.auth.resendCode(), { body: { challenge: 'c-2' } });
    app.answer(early, { status: 410 });
    expect((await verified).code).toBe('invalid_credentials');
    expect(await sentWithCode(app)).toEqual({ challenge: 'c-2', code: '1' });
  });

  it('can be the login once more, where the backend needs that', async () => {
    const { secondFactor } = accountBackend.endpoints;
    const app = await waiting({
      ...accountBackend,
      endpoints: {
        ...accountBackend.endpoints,
        secondFactor: { ...secondFactor!, repeatsLogin: true },
        resendCode: { path: '/login', body: (input) => ({ phone: (input as Phone).phone }) },
      },
    });
    app.auth.resendCode().subscribe();
    const request = await app.nextRequest();
    expect(request.request.url).toBe(`${BASE_URL}/login`);
    expect(request.request.body).toEqual({ phone: '1' });
    app.answer(request, { body: { challenge: 'c-2' } });
    expect(await sentWithCode(app)).toEqual({ phone: '1', challenge: 'c-2', code: '1' });
  });

  const refusals: readonly [answer: FakeAnswer, code: AuthErrorCode, isOpen: boolean][] = [
    [{ status: 401 }, 'rejected', true],
    [{ status: 404 }, 'rejected', true],
    [{ status: 429, headers: { 'Retry-After': '30' } }, 'rate_limited', true],
    [{ status: 500 }, 'server_error', true],
    [{ status: 410 }, 'session_expired', false],
  ];
  for (const [answer, code, isOpen] of refusals) {
    it(`is ${code} for a ${answer.status}, and the login ${isOpen ? 'stays' : 'is over'}`, async () => {
      const app = await waiting();
      const error = asAuthError(await app.run(app.auth.resendCode(), answer));
      expect(error.code).toBe(code);
      if (isOpen) return expect(await sentWithCode(app)).toEqual({ challenge: 'c-1', code: '1' });
      expect((await errorOf(app.auth.verifySecondFactor({}))).code).toBe('session_expired');
    });
  }

  it('changes nothing of a login that has begun meanwhile', async () => {
    const app = await waiting();
    app.auth.resendCode().subscribe();
    const late = await app.nextRequest();
    await app.run(app.auth.login({}), { status: 401, body: { challenge: 'c-2' } });
    if (!late.cancelled) app.answer(late, { body: { challenge: 'c-3' } });
    expect(await sentWithCode(app)).toEqual({ challenge: 'c-2', code: '1' });
  });

  it('is session_expired without a login that waits', async () => {
    const app = new FakeBackend(accountBackend);
    expect((await errorOf(app.auth.resendCode())).code).toBe('session_expired');
    TestBed.inject(HttpTestingController).expectNone(() => true);
  });

  it('is not_supported by a backend that sends none', async () => {
    const { resendCode, ...endpoints } = accountBackend.endpoints;
    expect(resendCode).toBeDefined();
    const app = await waiting({ ...accountBackend, endpoints });
    expect((await errorOf(app.auth.resendCode())).code).toBe('not_supported');
    expect(await sentWithCode(app)).toEqual({ challenge: 'c-1', code: '1' });
  });
});

interface Phone {
  readonly phone: string;
}
