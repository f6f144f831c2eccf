import { HttpClient, HttpErrorResponse, HttpEventType } from '@angular/common/http';
import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { firstValueFrom, toArray } from 'rxjs';
import { AuthBackend } from '../../backends/auth-backend';
import {
  API,
  get,
  nextAppRequests,
  refreshCall,
  refuse,
  signInToRefresh,
} from '../../../test-support/refresh-app';
import {
  appRequests,
  grant,
  refreshBackend,
  refreshCalls,
  REFUSED,
} from '../../../test-support/refresh-backend';
import { until } from '../../../test-support/until';

describe('a refused request with withTokenRefresh', () => {
  afterEach(() => TestBed.inject(HttpTestingController).verify());

  it('makes one call for 1,000 requests that are refused at once, and answers them all', async () => {
    const auth = signInToRefresh();
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
    const auth = signInToRefresh();
    const answer = get();
    refuse();
    (await refreshCall()).flush(grant());
    refuse(await nextAppRequests());
    expect(((await answer) as HttpErrorResponse).status).toBe(401);
    expect(appRequests()).toEqual([]);
    expect(auth.isAuthenticated()).toBeTrue();
  });

  it('does not renew again for a resource that refuses even fresh tokens', async () => {
    signInToRefresh();
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

  it('ends the session that turns out to be over when a fresh token was refused', async () => {
    const auth = signInToRefresh();
    const first = get();
    refuse();
    (await refreshCall()).flush(grant());
    refuse(await nextAppRequests());
    await first;
    const later = Date.now() + 10_000;
    spyOn(Date, 'now').and.returnValue(later);
    const second = get();
    refuse();
    (await refreshCall()).flush(null, REFUSED);
    expect(((await second) as HttpErrorResponse).status).toBe(401);
    expect(auth.status()).toBe('anonymous');
  });

  it('repeats a late 401 to an older token with the current one, without a call', async () => {
    const auth = signInToRefresh();
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
    signInToRefresh();
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
      const auth = signInToRefresh();
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
      const auth = signInToRefresh();
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
    const auth = signInToRefresh(grant(), { requestTimeout: 30 });
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
    const auth = signInToRefresh(grant(), { backend });
    const answer = get();
    refuse();
    (await refreshCall()).flush(grant());
    expect(((await answer) as HttpErrorResponse).status).toBe(401);
    expect(auth.isAuthenticated()).toBeTrue();
  });

  it('goes on for the others when the request that began it is cancelled', async () => {
    signInToRefresh();
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
      signInToRefresh();
      const answer = get();
      const [request] = appRequests();
      if (status === 0) request!.error(new ProgressEvent('error'));
      else request!.flush(null, { status, statusText: 'No' });
      expect(((await answer) as HttpErrorResponse).status).toBe(status);
      expect(refreshCalls().length + appRequests().length).toBe(0);
    });
  }

  it('does not repeat a request whose body is a stream', async () => {
    signInToRefresh();
    const body = new ReadableStream();
    const answer = firstValueFrom(TestBed.inject(HttpClient).post(API, body)).catch(
      (e: unknown) => e,
    );
    refuse();
    (await refreshCall()).flush(grant());
    expect(((await answer) as HttpErrorResponse).status).toBe(401);
    expect(appRequests()).toEqual([]);
  });

  it('hands on every event of the repeated request, in order', async () => {
    signInToRefresh();
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
});
