import {
  HttpClient,
  HttpErrorResponse,
  HttpInterceptorFn,
  HttpResponse,
} from '@angular/common/http';
import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import {
  catchError,
  EMPTY,
  firstValueFrom,
  map,
  NEVER,
  Observable,
  of,
  tap,
  throwError,
} from 'rxjs';
import { INTERCEPTOR_PLACES } from '../../test-support/interceptor-places';
import {
  accessToken,
  grant,
  one,
  refreshBackend,
  REFUSED,
  store,
} from '../../test-support/refresh-backend';
import { BASE_URL, startFakeHttp } from '../../test-support/set-up';
import { until } from '../../test-support/until';
import { AuthConfig } from '../config/auth-config';
import { provideAuth } from '../config/provide-auth';
import { AuthError } from '../errors/auth-error';
import { AuthService } from '../session/auth-service';
import { withTokenRefresh } from '../session/refresh/with-token-refresh';
import { authEndpointOf } from './auth-endpoint-of';

const THINGS = 'https://api.example.com/things';

/** What interceptors of tutorials and real apps make of an error. */
const REMAKES: Readonly<Record<string, HttpInterceptorFn>> = {
  'rethrows an object of its own': (request, next) =>
    next(request).pipe(
      catchError((e: HttpErrorResponse) => {
        throw { ...(e.error as object | null), status: e.status };
      }),
    ),
  'rethrows the message': (request, next) =>
    next(request).pipe(catchError((e: Error) => throwError(() => new Error(e.message)))),
  'rethrows undefined': (request, next) =>
    next(request).pipe(catchError(() => throwError(() => undefined))),
  'rethrows a network error': (request, next) =>
    next(request).pipe(catchError(() => throwError(() => new HttpErrorResponse({ status: 0 })))),
  'answers with nothing': (request, next) => next(request).pipe(catchError(() => EMPTY)),
  'answers with null': (request, next) =>
    next(request).pipe(catchError(() => of(new HttpResponse({ body: null })))),
};

const addTenant: HttpInterceptorFn = (request, next) =>
  next(request.clone({ setHeaders: { 'X-Tenant': 'acme' } }));

for (const [place, httpWith] of Object.entries(INTERCEPTOR_PLACES)) {
  describe(`the app’s own interceptor ${place}`, () => {
    let said: string[];

    beforeEach(() => {
      localStorage.clear();
      said = [];
      spyOn(console, 'warn').and.callFake((message: string) => void said.push(message));
      spyOn(console, 'info');
    });

    function start(own: HttpInterceptorFn, config: Partial<AuthConfig> = {}, refresh = false) {
      const auth = provideAuth(
        { baseUrl: BASE_URL, backend: refreshBackend, ...config },
        ...(refresh ? [withTokenRefresh()] : []),
      );
      return startFakeHttp(auth, httpWith(own));
    }

    function failureOf(call: ReturnType<AuthService['login']>): Promise<unknown> {
      return firstValueFrom(call).catch((error: unknown) => error);
    }

    it('sees every auth call, the refresh as well', async () => {
      store({ accessToken: accessToken(), refreshToken: 'stored' });
      const names: unknown[] = [];
      const own: HttpInterceptorFn = (request, next) => {
        names.push(authEndpointOf(request));
        return addTenant(request, next);
      };
      const auth = start(own, {}, true);
      const refreshed = firstValueFrom(auth.refresh());
      const find = () =>
        TestBed.inject(HttpTestingController).match((sent) => sent.url.endsWith('/refresh'))[0];
      const call = await until(find);
      expect(call.request.headers.get('X-Tenant')).toBe('acme');
      expect(call.request.headers.has('Authorization')).toBeFalse();
      call.flush(grant());
      await refreshed;
      const calls: Record<string, Observable<unknown>> = {
        '/status': auth.checkStatus(),
        '/register': auth.register({}),
        '/login': auth.login({}),
      };
      for (const [path, asked] of Object.entries(calls)) {
        asked.subscribe({ error: () => undefined });
        expect(one(path).request.headers.get('X-Tenant')).toBe('acme');
      }
      expect(names).toEqual(['refresh', 'status', 'register', 'login']);
      expect(said).toEqual([]);
    });

    for (const [what, own] of Object.entries(REMAKES)) {
      describe(what, () => {
        it('and a wrong password stays one', async () => {
          const auth = start(own);
          const failed = failureOf(auth.login({}));
          one('/login').flush({ message: 'No.' }, { status: 401, statusText: 'No' });
          expect((await failed) as AuthError).toEqual(
            jasmine.objectContaining({ code: 'invalid_credentials' }),
          );
          expect(auth.isAuthenticated()).toBeFalse();
          expect(said).toEqual([
            jasmine.stringMatching(/^ngx-auth-kit: an interceptor of the app/),
          ]);
        });

        it('and a token that is refused at start ends the session', async () => {
          store({ accessToken: accessToken(-60), refreshToken: undefined });
          const auth = start(own);
          (
            await until(() => TestBed.inject(HttpTestingController).match(`${BASE_URL}/status`)[0])
          ).flush(null, REFUSED);
          await until(() => auth.status() !== 'pending');
          expect(auth.status()).toBe('anonymous');
          expect(localStorage.getItem('token')).toBeNull();
        });

        it('and a 401 in mid-session ends the session', () => {
          const auth = start(own);
          auth.setToken('opaque');
          TestBed.inject(HttpClient)
            .get(THINGS)
            .subscribe({ error: () => undefined });
          TestBed.inject(HttpTestingController).expectOne(THINGS).flush(null, REFUSED);
          expect(auth.isAuthenticated()).toBeFalse();
        });

        it('and a 401 is refreshed, and the request sent again', async () => {
          store({ accessToken: accessToken(), refreshToken: 'stored' });
          start(own, {}, true);
          const http = TestBed.inject(HttpTestingController);
          const answer = firstValueFrom(TestBed.inject(HttpClient).get(THINGS));
          http.expectOne(THINGS).flush(null, REFUSED);
          (await until(() => http.match(`${BASE_URL}/refresh`)[0])).flush(grant());
          (await until(() => http.match(THINGS)[0])).flush({ fine: true });
          expect(await answer).toEqual({ fine: true });
        });

        it('and a 404 that is not about the session is passed on as it was made', async () => {
          const seen: unknown[] = [];
          let made: unknown = 'nothing';
          const auth = start((request, next) =>
            own(request, (sent) =>
              next(sent).pipe(tap({ error: (error: unknown) => seen.push(error) })),
            ).pipe(
              tap({
                next: (event) => event instanceof HttpResponse && (made = event),
                error: (error: unknown) => (made = error),
              }),
            ),
          );
          auth.setToken('opaque');
          const answer = firstValueFrom(
            TestBed.inject(HttpClient).get(THINGS, { observe: 'response' }),
            { defaultValue: 'nothing' },
          ).catch((error: unknown) => error);
          const sent = TestBed.inject(HttpTestingController).expectOne(THINGS);
          sent.flush({ a: 1 }, { status: 404, statusText: 'No' });
          expect(await answer).toBe(made);
          expect(seen).toEqual([jasmine.objectContaining({ status: 404, error: { a: 1 } })]);
          expect(auth.isAuthenticated()).toBeTrue();
        });
      });
    }

    it('may unwrap what the backend answers', async () => {
      const auth = start((request, next) =>
        next(request).pipe(
          map((event) =>
            event instanceof HttpResponse
              ? event.clone({ body: (event.body as { inner: unknown }).inner })
              : event,
          ),
        ),
      );
      const done = firstValueFrom(auth.login({}));
      one('/login').flush({ inner: grant() });
      await done;
      expect(auth.isAuthenticated()).toBeTrue();
      expect(said).toEqual([]);
    });

    it('loses no answer that it fails on', async () => {
      const auth = start((request, next) =>
        next(request).pipe(
          map((event) => {
            if (event instanceof HttpResponse && authEndpointOf(request)) throw new TypeError('x');
            return event;
          }),
        ),
      );
      const done = firstValueFrom(auth.login({}));
      one('/login').flush(grant());
      await done;
      expect(auth.isAuthenticated()).toBeTrue();
      expect(said).toEqual([jasmine.stringContaining('threw TypeError')]);
    });

    const blocks: readonly [string, HttpInterceptorFn, RegExp][] = [
      ['throws', () => throwError(() => new TypeError('secret')), /threw TypeError/],
      [
        'throws at once',
        () => {
          throw new RangeError('secret');
        },
        /threw RangeError/,
      ],
      ['answers with nothing', () => EMPTY, /completed without an answer/],
    ];
    for (const [what, own, named] of blocks) {
      it(`is named if it ${what} before the call has left`, async () => {
        const auth = start(own);
        const error = (await failureOf(auth.login({}))) as AuthError;
        expect(error.code).toBe('invalid_response');
        expect(auth.isAuthenticated()).toBeFalse();
        expect(said.length).toBe(1);
        expect(said[0]).toMatch(/the call to login has not reached the backend: an interceptor/);
        expect(said[0]).toMatch(named);
        expect(said[0]).not.toMatch(/secret|not installed/);
      });
    }

    it('is named if it never goes on', async () => {
      const auth = start(() => NEVER, { requestTimeout: 1 });
      expect(((await failureOf(auth.login({}))) as AuthError).code).toBe('timeout');
      expect(said).toEqual([jasmine.stringMatching(/did not continue within requestTimeout/)]);
    });

    it('may put the API’s origin before every URL', async () => {
      const prefix: HttpInterceptorFn = (request, next) =>
        next(request.clone({ url: `https://api.example.com/${request.url}` }));
      const auth = start(prefix);
      const done = firstValueFrom(auth.login({}));
      one('/login').flush(grant());
      await done;
      expect(auth.isAuthenticated()).toBeTrue();
      auth.checkStatus().subscribe();
      expect(one('/status').request.headers.get('Authorization')).toMatch(/^Bearer /);
      expect(said).toEqual([]);
    });

    it('is named if it leads an auth call elsewhere', async () => {
      const prefix: HttpInterceptorFn = (request, next) =>
        next(request.clone({ url: `https://elsewhere.example/${request.url}` }));
      const auth = start(prefix);
      const failed = failureOf(auth.login({}));
      const http = TestBed.inject(HttpTestingController);
      http.expectOne(() => true).flush(null, { status: 404, statusText: 'No' });
      await failed;
      expect(said[0]).toMatch(/sent the call to login to https:\/\/elsewhere\.example/);
    });
  });
}
