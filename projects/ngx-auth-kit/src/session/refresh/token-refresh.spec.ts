import {
  HttpClient,
  HttpErrorResponse,
  HttpEventType,
  HttpInterceptorFn,
  provideHttpClient,
  withInterceptors,
} from '@angular/common/http';
import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { firstValueFrom, toArray } from 'rxjs';
import { AuthBackend } from '../../backends/auth-backend';
import { AuthConfig } from '../../config/auth-config';
import { provideAuth } from '../../config/provide-auth';
import { AuthError } from '../../errors/auth-error';
import { authInterceptor } from '../../http/auth-interceptor';
import {
  accessToken,
  answerLogin,
  appRequests,
  grant,
  one,
  refreshBackend,
  refreshCalls,
  REFUSED,
  store,
} from '../../test-support/refresh-backend';
import { BASE_URL, setUpFakeHttp, startFakeHttp } from '../../test-support/set-up';
import { until } from '../../test-support/until';
import { AuthService } from '../auth-service';
import { withTokenRefresh } from './with-token-refresh';

const API = 'https://api.example.com/data';

function setUp(config: Partial<AuthConfig> = {}, stored?: () => void): AuthService {
  localStorage.clear();
  sessionStorage.clear();
  stored?.();
  return startFakeHttp(
    provideAuth({ baseUrl: BASE_URL, backend: refreshBackend, ...config }, withTokenRefresh()),
  );
}

/** Signed in with tokens that last an hour. */
function signIn(body: object = grant(), config: Partial<AuthConfig> = {}): AuthService {
  const auth = setUp(config);
  auth.login({}).subscribe();
  answerLogin(body);
  return auth;
}

function get(url = API): Promise<unknown> {
  return firstValueFrom(TestBed.inject(HttpClient).get(url)).catch((error: unknown) => error);
}

function refuse(requests = appRequests()): void {
  requests.forEach((request) => request.flush(null, REFUSED));
}

async function refreshCall() {
  const [call, ...more] = await until(() => {
    const calls = refreshCalls();
    return calls.length > 0 ? calls : null;
  });
  expect(more).toEqual([]);
  return call!;
}

async function nextAppRequests() {
  return until(() => {
    const requests = appRequests();
    return requests.length > 0 ? requests : null;
  });
}

describe('withTokenRefresh', () => {
  afterEach(() => TestBed.inject(HttpTestingController).verify());

  it('makes one call for 1,000 requests that are refused at once, and answers them all', async () => {
    const auth = signIn();
    const answers = Promise.all(Array.from({ length: 1_000 }, () => get()));
    refuse();
    const renewed = grant();
    (await refreshCall()).flush(renewed);
    const repeated = await nextAppRequests();
    expect(repeated.length).toBe(1_000);
    for (const request of repeated) {
      expect(request.request.headers.get('Authorization')).toBe(`Bearer ${renewed.auth_token}`);
      request.flush('ok');
    }
    expect(new Set(await answers)).toEqual(new Set(['ok']));
    expect(auth.token()).toBe(renewed.auth_token);
    expect(refreshCalls()).toEqual([]);
  });

  it('sends a request twice at most', async () => {
    const auth = signIn();
    const answer = get();
    refuse();
    (await refreshCall()).flush(grant());
    refuse(await nextAppRequests());
    expect(((await answer) as HttpErrorResponse).status).toBe(401);
    expect(appRequests()).toEqual([]);
    expect(auth.isAuthenticated()).toBeTrue();
  });

  it('does not renew again for a resource that refuses even fresh tokens', async () => {
    signIn();
    const first = get();
    refuse();
    (await refreshCall()).flush(grant());
    refuse(await nextAppRequests());
    await first;
    for (let i = 0; i < 50; i++) {
      const next = get();
      refuse();
      expect(((await next) as HttpErrorResponse).status).toBe(401);
    }
    expect(refreshCalls()).toEqual([]);
  });

  it('repeats a late 401 to an older token with the current one, without a call', async () => {
    const auth = signIn();
    const late = get();
    const [lateRequest] = appRequests();
    auth.refresh().subscribe();
    const renewed = grant();
    (await refreshCall()).flush(renewed);
    await until(() => auth.token() === renewed.auth_token);
    lateRequest!.flush(null, REFUSED);
    const [repeated] = await nextAppRequests();
    expect(repeated!.request.headers.get('Authorization')).toBe(`Bearer ${renewed.auth_token}`);
    repeated!.flush('ok');
    expect(await late).toBe('ok');
  });

  it('repeats once for each subscription to the same request', async () => {
    signIn();
    const request = TestBed.inject(HttpClient).get(API);
    for (let subscription = 0; subscription < 2; subscription++) {
      const answer = firstValueFrom(request);
      refuse();
      (await refreshCall()).flush(grant());
      (await nextAppRequests())[0]!.flush('ok');
      expect(await answer).toBe('ok');
    }
  });

  for (const status of [400, 401, 403, 422]) {
    it(`ends the session once when the call is refused with ${status}`, async () => {
      const auth = signIn();
      const events: string[] = [];
      auth.events.subscribe(({ type }) => events.push(type));
      const answers = Promise.all([get(), get(), get()]);
      refuse();
      (await refreshCall()).flush({}, { status, statusText: 'No' });
      for (const error of await answers) {
        expect(error).toBeInstanceOf(HttpErrorResponse);
        expect((error as HttpErrorResponse).url).toBe(API);
      }
      expect(auth.status()).toBe('anonymous');
      expect(localStorage.length).toBe(0);
      expect(events).toEqual(['refused']);
    });
  }

  const transient: Record<string, (call: Awaited<ReturnType<typeof refreshCall>>) => void> = {
    '500': (call) => call.flush(null, { status: 500, statusText: 'No' }),
    '503': (call) => call.flush(null, { status: 503, statusText: 'No' }),
    'no connection': (call) => call.error(new ProgressEvent('error')),
    'an empty body': (call) => call.flush(null),
    HTML: (call) => call.flush('<html>' as never),
    'a malformed token': (call) => call.flush({ auth_token: 'a b' }),
    'an expired token': (call) => call.flush(grant(-10)),
  };
  for (const [what, answer] of Object.entries(transient)) {
    it(`keeps the session and backs off when the answer is ${what}`, async () => {
      const auth = signIn();
      const failed = get();
      refuse();
      answer(await refreshCall());
      expect(((await failed) as HttpErrorResponse).status).toBe(401);
      expect(auth.isAuthenticated()).toBeTrue();
      for (let i = 0; i < 20; i++) {
        const again = get();
        refuse();
        await again;
      }
      expect(refreshCalls()).toEqual([]);
      const later = Date.now() + 10_000;
      spyOn(Date, 'now').and.returnValue(later);
      void get();
      refuse();
      (await refreshCall()).flush(grant());
      (await nextAppRequests())[0]!.flush('ok');
    });
  }

  it('settles every waiter when the call is never answered', async () => {
    const auth = signIn(grant(), { requestTimeout: 30 });
    const answers = Promise.all([get(), get()]);
    refuse();
    await refreshCall();
    expect((await answers).map((error) => (error as HttpErrorResponse).status)).toEqual([401, 401]);
    expect(auth.isAuthenticated()).toBeTrue();
  });

  it('settles every waiter when the backend’s reader throws', async () => {
    const backend: AuthBackend = {
      ...refreshBackend,
      readTokens: (response) => {
        if (response.url?.endsWith('/refresh')) throw new Error('reader');
        return refreshBackend.readTokens(response);
      },
    };
    const auth = signIn(grant(), { backend });
    const answer = get();
    refuse();
    (await refreshCall()).flush(grant());
    expect(((await answer) as HttpErrorResponse).status).toBe(401);
    expect(auth.isAuthenticated()).toBeTrue();
  });

  it('goes on for the others when the request that began it is cancelled', async () => {
    signIn();
    const first = TestBed.inject(HttpClient).get(API).subscribe();
    const second = get();
    refuse();
    first.unsubscribe();
    (await refreshCall()).flush(grant());
    const repeated = await nextAppRequests();
    expect(repeated.length).toBe(1);
    repeated[0]!.flush('ok');
    expect(await second).toBe('ok');
  });

  for (const status of [400, 403, 404, 422, 500, 503, 0]) {
    it(`does not repeat a request that ended in ${status}`, async () => {
      signIn();
      const answer = get();
      const [request] = appRequests();
      if (status === 0) request!.error(new ProgressEvent('error'));
      else request!.flush(null, { status, statusText: 'No' });
      expect(((await answer) as HttpErrorResponse).status).toBe(status);
      expect(refreshCalls().length + appRequests().length).toBe(0);
    });
  }

  it('does not repeat a request whose body is a stream', async () => {
    signIn();
    const body = new ReadableStream();
    const answer = firstValueFrom(TestBed.inject(HttpClient).post(API, body)).catch(
      (e: unknown) => e,
    );
    refuse();
    expect(((await answer) as HttpErrorResponse).status).toBe(401);
    expect(refreshCalls()).toEqual([]);
  });

  it('hands on every event of the repeated request, in order', async () => {
    signIn();
    const options = { observe: 'events', reportProgress: true } as const;
    const events = firstValueFrom(TestBed.inject(HttpClient).get(API, options).pipe(toArray()));
    refuse();
    (await refreshCall()).flush(grant());
    const [repeated] = await nextAppRequests();
    repeated!.event({ type: HttpEventType.DownloadProgress, loaded: 1, total: 2 });
    repeated!.event({ type: HttpEventType.DownloadProgress, loaded: 2, total: 2 });
    repeated!.flush('ok');
    expect((await events).map(({ type }) => type)).toEqual([
      HttpEventType.Sent,
      HttpEventType.Sent,
      HttpEventType.DownloadProgress,
      HttpEventType.DownloadProgress,
      HttpEventType.Response,
    ]);
  });

  it('renews before it sends an expired token', async () => {
    const auth = signIn(grant(60));
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
    const auth = signIn(grant(3_600, 'first'));
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
    const auth = signIn(grant(3_600, 'the-refresh-token'), {
      backend: { ...refreshBackend, endpoints: { ...refreshBackend.endpoints, refresh } },
    });
    auth.refresh().subscribe();
    const { request } = await refreshCall();
    expect(request.headers.get('Authorization')).toBe('Bearer the-refresh-token');
    expect(request.body).toBeNull();
  });

  it('buys the token at start with a refresh token in a cookie', async () => {
    const refresh = { path: '/refresh', withCredentials: true };
    const auth = setUp({
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

  it('is not sent through the app’s interceptors', async () => {
    const seen: string[] = [];
    const record: HttpInterceptorFn = (request, next) => {
      seen.push(request.url);
      return next(request);
    };
    store({ accessToken: accessToken(), refreshToken: 'stored' });
    const auth = startFakeHttp(
      provideAuth({ baseUrl: BASE_URL, backend: refreshBackend }, withTokenRefresh()),
      provideHttpClient(withInterceptors([record, authInterceptor, record])),
    );
    const outcome = firstValueFrom(auth.refresh());
    (await refreshCall()).flush(grant());
    await outcome;
    expect(seen).toEqual([]);
  });

  it('settles when an event handler asks again', async () => {
    const auth = signIn();
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
    const error = await firstValueFrom(setUp().refresh()).catch((e: unknown) => e);
    expect((error as AuthError).code).toBe('session_expired');
  });

  describe('at start', () => {
    const stale = () => store({ accessToken: accessToken(-60), refreshToken: 'stored' });

    it('renews an expired token before anybody is told signed in or out', async () => {
      const auth = setUp({}, stale);
      expect(auth.status()).toBe('pending');
      const call = await refreshCall();
      expect(call.request.body).toEqual({ refresh_token: 'stored' });
      call.flush(grant());
      await until(() => auth.isAuthenticated());
      one('/status').flush({ data: { email: 'ada@example.com' } });
    });

    it('signs out when the stored refresh token is refused', async () => {
      const auth = setUp({}, stale);
      (await refreshCall()).flush(null, REFUSED);
      await until(() => auth.status() === 'anonymous');
      expect(localStorage.length).toBe(0);
    });

    it('signs nobody out when the backend is away', async () => {
      const auth = setUp({}, stale);
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
