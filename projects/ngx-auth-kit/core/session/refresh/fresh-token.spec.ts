import { PLATFORM_ID } from '@angular/core';
import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { firstValueFrom } from 'rxjs';
import { cookieBackend } from '../../../test-support/cookie-tab';
import { get, refreshCall, setUpRefresh, signInToRefresh } from '../../../test-support/refresh-app';
import {
  accessToken,
  appRequests,
  grant,
  one,
  refreshBackend,
  refreshCalls,
  REFUSED,
  store,
} from '../../../test-support/refresh-backend';
import { BASE_URL, setUpFakeHttp, startFakeHttp } from '../../../test-support/set-up';
import { until } from '../../../test-support/until';
import { provideAuth } from '../../config/provide-auth';
import { AuthError } from '../../errors/auth-error';
import { AuthService } from '../auth-service';
import { withTokenRefresh } from './with-token-refresh';

const refresh = { path: '/refresh', withCredentials: true };
const bought = { ...refreshBackend, endpoints: { ...refreshBackend.endpoints, refresh } };
const DOWN = { status: 503, statusText: 'Service Unavailable' };

const MORNING = new Date(2026, 0, 1, 8);
const EVENING = new Date(2026, 0, 1, 20);

/** The token, or the code of the error. */
function outcome(auth: AuthService): Promise<string | null> {
  return firstValueFrom(auth.freshToken()).catch((error: AuthError) => error.code);
}

async function answerStatus(options?: typeof DOWN): Promise<void> {
  const http = TestBed.inject(HttpTestingController);
  const status = await until(() => http.match(`${BASE_URL}/status`)[0]);
  status.flush(options ? null : { data: { email: 'ada@example.com' } }, options);
}

describe('freshToken', () => {
  beforeEach(() => {
    localStorage.clear();
    spyOn(console, 'warn');
    spyOn(console, 'info');
  });

  it('is the token of the session, once, without a call', async () => {
    const granted = grant();
    const auth = signInToRefresh(granted);
    const seen: unknown[] = [];
    auth.freshToken().subscribe({
      next: (token) => seen.push(token),
      complete: () => seen.push('complete'),
    });
    expect(seen).toEqual([granted.auth_token, 'complete']);
  });

  it('is null for an anonymous visitor', async () => {
    expect(await outcome(setUpRefresh())).toBeNull();
  });

  it('is null with a cookie session, without a call', async () => {
    expect(await outcome(setUpRefresh({ backend: cookieBackend }))).toBeNull();
    expect(refreshCalls()).toEqual([]);
  });

  it('is null on a server, without a call', async () => {
    const auth = startFakeHttp(
      provideAuth({ baseUrl: BASE_URL, backend: bought, storage: 'memory' }, withTokenRefresh()),
      undefined,
      { provide: PLATFORM_ID, useValue: 'server' },
    );
    expect(await outcome(auth)).toBeNull();
    expect(refreshCalls()).toEqual([]);
  });

  describe('of a token that has expired in sleep', () => {
    let auth: AuthService;

    beforeEach(() => {
      jasmine.clock().install().mockDate(MORNING);
      auth = signInToRefresh();
      jasmine.clock().mockDate(EVENING);
    });
    afterEach(() => jasmine.clock().uninstall());

    it('is that of one refresh for all who ask, requests among them', async () => {
      const asked = Promise.all([outcome(auth), outcome(auth), get()]);
      const granted = grant();
      (await refreshCall()).flush(granted);
      const [request] = await until(() => {
        const requests = appRequests();
        return requests.length > 0 ? requests : null;
      });
      request!.flush('data');
      expect(await asked).toEqual([granted.auth_token, granted.auth_token, 'data']);
    });

    it('fails with what the refresh fails with, and the session stays', async () => {
      const asked = outcome(auth);
      (await refreshCall()).flush(null, DOWN);
      expect(await asked).toBe('server_error');
      expect(auth.isAuthenticated()).toBeTrue();
    });

    it('fails with session_expired if the refresh is refused', async () => {
      const asked = outcome(auth);
      (await refreshCall()).flush(null, REFUSED);
      expect(await asked).toBe('session_expired');
      expect(auth.status()).toBe('anonymous');
    });
  });

  describe('of a token that has expired and cannot be refreshed', () => {
    it('is the token itself if the backend still accepts it and the clock is wrong', async () => {
      const expired = accessToken(-10);
      localStorage.setItem('token', expired);
      const auth = startFakeHttp(provideAuth({ baseUrl: BASE_URL }));
      const asked = outcome(auth);
      await answerStatus();
      expect(await asked).toBe(expired);
    });

    it('fails with network if nobody tells whether it is still good', async () => {
      localStorage.setItem('token', accessToken(-10));
      const auth = startFakeHttp(provideAuth({ baseUrl: BASE_URL }));
      const asked = outcome(auth);
      await answerStatus(DOWN);
      expect(await asked).toBe('network');
    });
  });

  describe('while it is not known who is signed in', () => {
    it('waits for the token that a cookie buys', async () => {
      const auth = setUpRefresh({ storage: 'memory', backend: bought });
      const asked = outcome(auth);
      const granted = grant(3_600, null);
      (await refreshCall()).flush(granted);
      await answerStatus();
      expect(await asked).toBe(granted.auth_token);
    });

    it('is null once the backend says that nobody is', async () => {
      const auth = setUpRefresh({ storage: 'memory', backend: bought });
      const asked = outcome(auth);
      (await refreshCall()).flush(null, REFUSED);
      expect(await asked).toBeNull();
    });

    it('fails if the backend does not answer', async () => {
      const auth = setUpRefresh({ storage: 'memory', backend: bought });
      const asked = outcome(auth);
      (await refreshCall()).flush(null, DOWN);
      expect(await asked).toBe('server_error');
    });

    it('is never the token of another user who signs in meanwhile', async () => {
      const auth = setUpRefresh({ backend: refreshBackend }, () =>
        store({ accessToken: accessToken(-10), refreshToken: 'of-ada' }),
      );
      const asked = outcome(auth);
      const call = await refreshCall();
      auth.login({}).subscribe();
      one('/login').flush(grant());
      expect(auth.isAuthenticated()).toBeTrue();
      if (!call.cancelled) call.flush(grant());
      expect(await asked).toBe('session_expired');
    });
  });

  it('is null if the user signs out while it is asked', async () => {
    const auth = setUpFakeHttp();
    auth.setToken(accessToken());
    const token = auth.freshToken();
    auth.logout().subscribe();
    expect(await firstValueFrom(token)).toBeNull();
  });
});
