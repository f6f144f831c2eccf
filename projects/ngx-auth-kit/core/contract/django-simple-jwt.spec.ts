import { TestBed } from '@angular/core/testing';
import { firstValueFrom } from 'rxjs';
import { errorOf } from '../../test-support/mock-app';
import { djangoSimpleJwt } from '../backends/django-simple-jwt';
import { withoutTokens } from '../backends/without-tokens';
import { withTokenRefresh } from '../session/refresh/with-token-refresh';
import { SessionStore } from '../session/state/session-store';
import { describeAccount } from './describe-account';
import { provideAuthAt, RealAccount } from './real-account';
import { realServer } from './real-server';

const server = realServer('django-simple-jwt');
if (server) {
  const account: RealAccount = {
    // The server brings the route of the user, as apps do.
    backend: {
      ...djangoSimpleJwt,
      endpoints: { ...djangoSimpleJwt.endpoints, status: { path: '/me/' } },
      readUser: ({ body }) => withoutTokens(body, 'access', 'refresh'),
    },
    baseUrl: `${server.proxied}/api`,
    proxied: server.proxied,
    features: [withTokenRefresh()],
    ada: { username: 'ada', password: 'correct horse battery' },
    adaUser: { id: 1, username: 'ada', email: 'ada@example.com' },
    missingField: 'validation',
  };
  const refreshToken = () => TestBed.inject(SessionStore).tokens()!.refresh!;

  describeAccount('djangoSimpleJwt on Django', account);

  describe('djangoSimpleJwt on Django, with refresh tokens that rotate,', () => {
    it('refreshes, again and again', async () => {
      const auth = provideAuthAt(account);
      await firstValueFrom(auth.login(account.ada));
      const first = { access: auth.token(), refresh: refreshToken() };
      await firstValueFrom(auth.refresh());
      expect(auth.token()).not.toBe(first.access);
      expect(refreshToken()).not.toBe(first.refresh);
      await firstValueFrom(auth.refresh());
      expect(await firstValueFrom(auth.checkStatus())).toEqual(
        account.adaUser as typeof account.ada,
      );
    });

    it('ends the session when the refresh token is on the blacklist', async () => {
      const auth = provideAuthAt(account);
      await firstValueFrom(auth.login(account.ada));
      await blacklist(refreshToken());
      expect((await errorOf(auth.refresh())).code).toBe('session_expired');
      expect(auth.status()).toBe('anonymous');
    });

    it('puts the refresh token on the blacklist at logout', async () => {
      const auth = provideAuthAt(account);
      await firstValueFrom(auth.login(account.ada));
      const token = refreshToken();
      await firstValueFrom(auth.logout());
      expect((await blacklist(token)).status).toBe(401);
    });
  });

  const blacklist = (refresh: string) =>
    fetch(`${account.baseUrl}/token/blacklist/`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ refresh }),
    });
}
