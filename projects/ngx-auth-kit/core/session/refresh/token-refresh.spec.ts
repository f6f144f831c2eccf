import { HttpInterceptorFn, provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController } from '@angular/common/http/testing';
import { inject } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { concatMap, firstValueFrom } from 'rxjs';
import { provideAuth } from '../../config/provide-auth';
import { AuthError } from '../../errors/auth-error';
import { authInterceptor } from '../../http/auth-interceptor';
import {
  get,
  nextAppRequests,
  refreshCall,
  setUpRefresh,
  signInToRefresh,
} from '../../../test-support/refresh-app';
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
import { AuthService } from '../auth-service';
import { withTokenRefresh } from './with-token-refresh';

describe('withTokenRefresh', () => {
  afterEach(() => TestBed.inject(HttpTestingController).verify());

  it('renews before it sends an expired token', async () => {
    const auth = signInToRefresh(grant(60));
    const later = Date.now() + 61_000;
    spyOn(Date, 'now').and.returnValue(later);
    const answer = get();
    expect(appRequests()).toEqual([]);
    const renewed = grant();
    (await refreshCall()).flush(renewed);
    const [request] = await nextAppRequests();
    expect(request!.request.headers.get('Authorization')).toBe(`Bearer ${renewed.auth_token}`);
    request!.flush('ok');
    expect(await answer).toBe('ok');
    expect(auth.isAuthenticated()).toBeTrue();
  });

  it('keeps the refresh token when the answer has no new one, and takes a new one', async () => {
    const auth = signInToRefresh(grant(3_600, 'first'));
    const steps: readonly [answered: string | null, sentNext: string][] = [
      [null, 'first'],
      ['second', 'first'],
      ['third', 'second'],
    ];
    for (const [answered, sent] of steps) {
      auth.refresh().subscribe();
      const call = await refreshCall();
      expect(call.request.body).toEqual({ refresh_token: sent });
      expect(call.request.headers.has('Authorization')).toBeFalse();
      const body = grant(3_600, answered);
      call.flush(body);
      await until(() => auth.token() === body.auth_token);
    }
  });

  it('sends the refresh token in the header where the backend wants it there', async () => {
    const refresh = { path: '/refresh', token: 'refresh' } as const;
    const auth = signInToRefresh(grant(3_600, 'the-refresh-token'), {
      backend: { ...refreshBackend, endpoints: { ...refreshBackend.endpoints, refresh } },
    });
    auth.refresh().subscribe();
    const { request } = await refreshCall();
    expect(request.headers.get('Authorization')).toBe('Bearer the-refresh-token');
    expect(request.body).toBeNull();
  });

  it('works without any storage', async () => {
    spyOn(console, 'warn');
    const fails = () => {
      throw new DOMException('', 'SecurityError');
    };
    const auth = signInToRefresh(grant(), { storage: { get: fails, set: fails, remove: fails } });
    for (let round = 0; round < 3; round++) {
      auth.refresh().subscribe();
      const body = grant();
      (await refreshCall()).flush(body);
      await until(() => auth.token() === body.auth_token);
    }
    expect(auth.isAuthenticated()).toBeTrue();
    expect(console.warn).toHaveBeenCalledTimes(1);
  });

  it('buys the token at start with a refresh token in a cookie', async () => {
    const refresh = { path: '/refresh', withCredentials: true };
    const auth = setUpRefresh({
      storage: 'memory',
      backend: { ...refreshBackend, endpoints: { ...refreshBackend.endpoints, refresh } },
    });
    expect(auth.status()).toBe('pending');
    const call = await refreshCall();
    expect(call.request.withCredentials).toBeTrue();
    call.flush(grant(3_600, null));
    (await until(() => TestBed.inject(HttpTestingController).match(`${BASE_URL}/status`)[0])).flush(
      {
        data: { email: 'ada@example.com' },
      },
    );
    await until(() => auth.user());
    expect(auth.isAuthenticated()).toBeTrue();
  });

  it('is sent through the app’s interceptors', async () => {
    const seen: string[] = [];
    const record = (): HttpInterceptorFn => (request, next) => {
      seen.push(request.url);
      return next(request);
    };
    store({ accessToken: accessToken(), refreshToken: 'stored' });
    const auth = startFakeHttp(
      provideAuth({ baseUrl: BASE_URL, backend: refreshBackend }, withTokenRefresh()),
      provideHttpClient(withInterceptors([record(), authInterceptor, record()])),
    );
    const outcome = firstValueFrom(auth.refresh());
    (await refreshCall()).flush(grant());
    await outcome;
    expect(seen).toEqual([`${BASE_URL}/refresh`, `${BASE_URL}/refresh`]);
  });

  it('keeps the session if an interceptor of the app waits for the refresh itself', async () => {
    const warn = spyOn(console, 'warn');
    const wait: HttpInterceptorFn = (request, next) =>
      inject(AuthService)
        .refresh()
        .pipe(concatMap(() => next(request)));
    store({ accessToken: accessToken(), refreshToken: 'stored' });
    const auth = startFakeHttp(
      provideAuth(
        { baseUrl: BASE_URL, backend: refreshBackend, requestTimeout: 10 },
        withTokenRefresh(),
      ),
      provideHttpClient(withInterceptors([wait, authInterceptor])),
    );
    const error = await firstValueFrom(auth.refresh()).catch((e: unknown) => e as AuthError);
    expect((error as AuthError).code).toBe('timeout');
    expect(auth.isAuthenticated()).toBeTrue();
    expect(warn.calls.allArgs().join()).toMatch(/call to refresh has not reached the backend/);
  });

  it('settles when an event handler asks again', async () => {
    const auth = signInToRefresh();
    let asked = 0;
    const settled = new Promise<void>((resolve) => {
      auth.events.subscribe(({ type }) => {
        if (type === 'refreshed' && asked++ === 0) auth.refresh().subscribe(() => resolve());
      });
    });
    auth.refresh().subscribe();
    (await refreshCall()).flush(grant());
    (await refreshCall()).flush(grant());
    await settled;
    expect(asked).toBe(2);
  });

  it('fails with session_expired without a session', async () => {
    const error = await firstValueFrom(setUpRefresh().refresh()).catch((e: unknown) => e);
    expect((error as AuthError).code).toBe('session_expired');
  });

  describe('at start', () => {
    const stale = () => store({ accessToken: accessToken(-60), refreshToken: 'stored' });

    it('renews an expired token before anybody is told signed in or out', async () => {
      const auth = setUpRefresh({}, stale);
      expect(auth.status()).toBe('pending');
      const call = await refreshCall();
      expect(call.request.body).toEqual({ refresh_token: 'stored' });
      call.flush(grant());
      await until(() => auth.isAuthenticated());
      one('/status').flush({ data: { email: 'ada@example.com' } });
    });

    it('signs out when the stored refresh token is refused', async () => {
      const auth = setUpRefresh({}, stale);
      (await refreshCall()).flush(null, REFUSED);
      await until(() => auth.status() === 'anonymous');
      expect(localStorage.length).toBe(0);
    });

    it('signs nobody out when the backend is away', async () => {
      const auth = setUpRefresh({}, stale);
      (await refreshCall()).error(new ProgressEvent('error'));
      await until(() => refreshCalls().length === 0);
      expect(auth.status()).toBe('pending');
      expect(localStorage.getItem('token.details')).toContain('stored');
    });
  });
});

describe('withTokenRefresh with unusable configuration', () => {
  it('refuses to start without an endpoint, twice, or with a negative leeway', () => {
    expect(() => provideAuth({ baseUrl: BASE_URL }, withTokenRefresh())).toThrowError(
      /backend.endpoints.refresh.*withTokenRefresh/,
    );
    const config = { baseUrl: BASE_URL, backend: refreshBackend };
    expect(() => provideAuth(config, withTokenRefresh(), withTokenRefresh())).toThrowError(/twice/);
    expect(() => provideAuth(config, withTokenRefresh({ leeway: -1 }))).toThrowError(/leeway/);
  });
});

describe('AuthService without withTokenRefresh', () => {
  it('says that refresh is not supported', async () => {
    const auth = setUpFakeHttp();
    const error = await firstValueFrom(auth.refresh()).catch((e: unknown) => e);
    expect((error as AuthError).code).toBe('not_supported');
  });
});
