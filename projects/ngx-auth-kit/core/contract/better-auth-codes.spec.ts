import { HttpResponse } from '@angular/common/http';
import { firstValueFrom } from 'rxjs';
import { errorOf } from '../../test-support/mock-app';
import { AuthBackend, AuthEndpoint } from '../backends/auth-backend';
import { betterAuth } from '../backends/better-auth';
import { AuthService } from '../session/auth-service';
import { provideAuthAt } from './real-account';
import { realServer } from './real-server';

/** As in docs/recipes.md. */
const sendCode: AuthEndpoint = {
  path: '/email-otp/send-verification-otp',
  body: (input) => ({ email: (input as { email: string }).email, type: 'sign-in' }),
};
const emailCodes: AuthBackend = {
  ...betterAuth,
  asksPassword: false,
  endpoints: {
    ...betterAuth.endpoints,
    login: sendCode,
    resendCode: sendCode,
    secondFactor: {
      path: '/sign-in/email-otp',
      repeatsLogin: true,
      body: (input) => {
        const { email, code } = input as { email: string; code: string };
        return { email, otp: code };
      },
    },
  },
  readChallenge: (response) => (response instanceof HttpResponse ? {} : null),
  readError: (response, endpoint) => {
    const { code } = Object('error' in response ? response.error : null) as { code?: string };
    if (code === 'INVALID_OTP') return { code: 'invalid_credentials' };
    return betterAuth.readError!(response, endpoint);
  },
};

const server = realServer('better-auth');
if (server) {
  for (const session of ['cookie', 'token'] as const) {
    describe(`a code instead of a password on better-auth, with a ${session}`, () => {
      // A new account: a code takes the password away from one whose address is not verified.
      const email = `codes-${session}-${Date.now()}@example.com`;
      let auth: AuthService;

      beforeEach(async () => {
        localStorage.clear();
        auth = provideAuthAt({
          backend: { ...emailCodes, session },
          baseUrl: `${server.proxied}/api/auth`,
        });
        await firstValueFrom(auth.logout());
      });

      it('signs in with the last code that was mailed, after a wrong one', async () => {
        expect((await errorOf(auth.login({ email }))).code).toBe('second_factor_required');
        await firstValueFrom(auth.resendCode());
        const wrong = await errorOf(auth.verifySecondFactor({ code: 'wrong' }));
        expect(wrong.code).toBe('invalid_credentials');
        const user = await firstValueFrom(auth.verifySecondFactor({ code: await mailedCode() }));
        expect(user).toEqual(jasmine.objectContaining({ email }));
        expect(await firstValueFrom(auth.checkStatus())).toEqual(
          jasmine.objectContaining({ email }),
        );
      });

      it('begins again after too many wrong codes', async () => {
        await errorOf(auth.login({ email }));
        const codes: string[] = [];
        for (let i = 0; i < 5 && codes.at(-1) !== 'session_expired'; i++) {
          codes.push((await errorOf(auth.verifySecondFactor({ code: 'wrong' }))).code);
        }
        expect(codes.at(0)).toBe('invalid_credentials');
        expect(codes.at(-1)).toBe('session_expired');
      });

      async function mailedCode(): Promise<string> {
        const response = await fetch(`${server!.proxied}/outbox/${email}`);
        const mails = (await response.json()) as { otp?: string }[];
        return mails.flatMap(({ otp }) => otp ?? []).at(-1)!;
      }
    });
  }
}
