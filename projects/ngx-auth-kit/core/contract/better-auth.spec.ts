import { HttpClient } from '@angular/common/http';
import { TestBed } from '@angular/core/testing';
import { firstValueFrom } from 'rxjs';
import { errorOf } from '../../test-support/mock-app';
import { oneTimeCode } from '../../test-support/one-time-code';
import { betterAuth } from '../backends/better-auth';
import { describeAccount } from './describe-account';
import { provideAuthAt, RealAccount } from './real-account';
import { realServer } from './real-server';

const server = realServer('better-auth');
if (server) {
  const account: RealAccount = {
    backend: betterAuth,
    baseUrl: `${server.proxied}/api/auth`,
    proxied: server.proxied,
    ada: { email: 'ada@example.com', password: 'correct horse battery' },
    adaUser: { name: 'Ada', email: 'ada@example.com' },
    missingField: 'validation',
    wrongPassword: 'invalid_credentials',
    revokes: true,
  };
  const bearer: RealAccount = { ...account, backend: { ...betterAuth, session: 'token' } };

  for (const [name, tried] of Object.entries({ 'a cookie': account, 'a bearer token': bearer })) {
    describeAccount(`betterAuth on better-auth, with ${name}`, tried);

    describe(`betterAuth on better-auth, with ${name} and a second factor`, () => {
      it('signs in with a code, and leaves room for another try after a wrong one', async () => {
        localStorage.clear();
        const auth = provideAuthAt(tried);
        await firstValueFrom(auth.logout());
        const { password } = account.ada;
        const credentials = { email: `two-factor-${Date.now()}@example.com`, password };
        await firstValueFrom(auth.register(credentials));
        const secret = await enrol(tried.baseUrl, password);
        await firstValueFrom(auth.logout());

        expect((await errorOf(auth.login(credentials))).code).toBe('second_factor_required');
        expect(auth.isAuthenticated()).toBeFalse();
        expect((await errorOf(auth.verifySecondFactor({ code: '12345' }))).code).toBe(
          'invalid_credentials',
        );
        await firstValueFrom(auth.verifySecondFactor({ code: await oneTimeCode(secret) }));
        expect(await firstValueFrom(auth.checkStatus())).toEqual(
          jasmine.objectContaining({ email: credentials.email, twoFactorEnabled: true }),
        );
      });
    });
  }

  /** Turns the second factor on, with the routes that are for the app: the secret of the codes. */
  async function enrol(baseUrl: string, password: string): Promise<string> {
    const http = TestBed.inject(HttpClient);
    const path = `${baseUrl}/two-factor`;
    const answer = http.post<{ readonly totpURI: string }>(`${path}/enable`, { password });
    const secret = new URL((await firstValueFrom(answer)).totpURI).searchParams.get('secret')!;
    const code = await oneTimeCode(secret);
    await firstValueFrom(http.post(`${path}/verify-totp`, { code }));
    return secret;
  }
}
