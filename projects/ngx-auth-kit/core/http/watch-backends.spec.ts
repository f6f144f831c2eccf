import {
  HTTP_INTERCEPTORS,
  HttpBackend,
  HttpClient,
  HttpHandler,
  HttpInterceptor,
  HttpInterceptorFn,
  HttpRequest,
  provideHttpClient,
  withInterceptors,
  withInterceptorsFromDi,
  withRequestsMadeViaParent,
  withXhr,
} from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import {
  createEnvironmentInjector,
  EnvironmentInjector,
  EnvironmentProviders,
  Provider,
} from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { firstValueFrom, Subject, switchMap } from 'rxjs';
import { authProviders, BASE_URL, setUpFakeHttp } from '../../test-support/set-up';
import { AuthService } from '../session/auth-service';
import { authInterceptor } from './auth-interceptor';
import { TokenInterceptor } from './token-interceptor';

const EVIL = 'https://evil.example/x';
const MOVED = `${BASE_URL}/moved`;
const KEPT = `${BASE_URL}/kept`;
const move: HttpInterceptorFn = (request, next) =>
  next(request.url === MOVED ? request.clone({ url: EVIL }) : request);
const before: HttpInterceptorFn = (request, next) => next(request);
const after: HttpInterceptorFn = (request, next) => next(request.clone());

const functional = [
  provideHttpClient(
    withInterceptors([before, authInterceptor, after]),
    withRequestsMadeViaParent(),
  ),
];
const classBased = [
  provideHttpClient(withInterceptorsFromDi(), withRequestsMadeViaParent()),
  { provide: HTTP_INTERCEPTORS, useClass: TokenInterceptor, multi: true },
];

type Providers = (Provider | EnvironmentProviders)[];

/** A child environment of the innermost of the others, which are children of the root. */
function childOf(...levels: Providers[]): EnvironmentInjector {
  return levels.reduce(
    (parent, providers) => createEnvironmentInjector(providers, parent),
    TestBed.inject(EnvironmentInjector),
  );
}

function sentHeader(from: EnvironmentInjector, url: string, sentTo: string, headers = {}) {
  from
    .get(HttpClient)
    .get(url, { headers })
    .subscribe({ error: () => undefined });
  return from.get(HttpTestingController).expectOne(sentTo).request.headers.get('Authorization');
}

describe('a request of a child environment', () => {
  beforeEach(() => spyOn(console, 'warn'));

  const delegating: Providers = [provideHttpClient(withRequestsMadeViaParent())];
  const moving: Providers = [
    provideHttpClient(withInterceptors([move]), withRequestsMadeViaParent()),
  ];
  for (const [form, own] of Object.entries({ functional, classBased })) {
    const chains: Record<string, [root: EnvironmentProviders, levels: Providers[]]> = {
      'its parent': [provideHttpClient(withInterceptors([move])), [own]],
      'its grandparent': [provideHttpClient(withInterceptors([move])), [delegating, own]],
      'its parent, below a grandparent': [provideHttpClient(), [moving, own]],
      'its parent, beyond an environment without HttpClient': [
        provideHttpClient(withInterceptors([move])),
        [moving, [], own, []],
      ],
    };
    for (const [who, [root, levels]] of Object.entries(chains)) {
      it(`loses the token when ${who} moves it elsewhere (${form})`, () => {
        setUpFakeHttp({}, root).setToken('opaque');
        const child = childOf(...levels);
        expect(sentHeader(child, KEPT, KEPT)).toBe('Bearer opaque');
        expect(sentHeader(child, MOVED, EVIL)).toBeNull();
      });
    }
  }

  it('keeps the token when a parent moves it elsewhere and a grandparent back again', () => {
    const back: HttpInterceptorFn = (request, next) => next(request.clone({ url: KEPT }));
    setUpFakeHttp({}, provideHttpClient(withInterceptors([back]))).setToken('opaque');
    expect(sentHeader(childOf(moving, functional), MOVED, KEPT)).toBe('Bearer opaque');
  });

  it('leaves alone what the parent’s interceptors are yet to see', () => {
    setUpFakeHttp().setToken('opaque');
    sentHeader(childOf(functional), KEPT, KEPT);
    const own = { Authorization: 'Bearer opaque' };
    expect(sentHeader(childOf(), EVIL, EVIL, own)).toBe('Bearer opaque');
  });

  it('loses the token at a backend of its own, with the interceptors of the root', () => {
    setUpFakeHttp({}, provideHttpClient(withInterceptorsFromDi()), {
      provide: HTTP_INTERCEPTORS,
      useClass: TokenInterceptor,
      multi: true,
    }).setToken('opaque');
    const client = provideHttpClient(withInterceptorsFromDi(), withInterceptors([move]));
    const child = childOf([client, provideHttpClientTesting()]);
    expect(sentHeader(child, KEPT, KEPT)).toBe('Bearer opaque');
    expect(sentHeader(child, MOVED, EVIL)).toBeNull();
  });

  it('carries the token after a class interceptor that goes on later', () => {
    const gate = new Subject<void>();
    class Later implements HttpInterceptor {
      intercept(request: HttpRequest<unknown>, next: HttpHandler) {
        return gate.pipe(switchMap(() => next.handle(request)));
      }
    }
    setUpFakeHttp(
      {},
      provideHttpClient(withInterceptorsFromDi(), withInterceptors([move])),
      { provide: HTTP_INTERCEPTORS, useClass: Later, multi: true },
      { provide: HTTP_INTERCEPTORS, useClass: TokenInterceptor, multi: true },
    ).setToken('opaque');
    const http = TestBed.inject(HttpClient);
    http.get(KEPT).subscribe();
    http.get(MOVED).subscribe();
    gate.next();
    const carried = (url: string) =>
      TestBed.inject(HttpTestingController).expectOne(url).request.headers.get('Authorization');
    expect([carried(KEPT), carried(EVIL)]).toEqual(['Bearer opaque', null]);
  });

  it('is looked at once, however many environments there have been', () => {
    setUpFakeHttp().setToken('opaque');
    const shared = { provide: HttpBackend, useFactory: () => TestBed.inject(HttpBackend) };
    const own = [provideHttpClient(withInterceptors([authInterceptor])), shared];
    sentHeader(childOf(own), KEPT, KEPT);
    const { handle } = TestBed.inject(HttpBackend);
    for (const levels of [[own], [functional], [delegating, functional]]) {
      sentHeader(childOf(...levels), KEPT, KEPT);
    }
    expect(TestBed.inject(HttpBackend).handle).toBe(handle);
  });

  describe('on a real backend', () => {
    function setUp(root: EnvironmentProviders): HttpClient {
      TestBed.configureTestingModule({ providers: authProviders({}, root) });
      TestBed.inject(AuthService).setToken('opaque');
      return childOf(functional).get(HttpClient);
    }

    it('loses the token with fetch', async () => {
      const fetch = spyOn(window, 'fetch').and.callFake(async () => new Response('{}'));
      const http = setUp(provideHttpClient(withInterceptors([move])));
      await firstValueFrom(http.get(KEPT));
      await firstValueFrom(http.get(MOVED));
      const sent = fetch.calls
        .allArgs()
        .map(([url, options]) => [url, new Headers(options?.headers).get('Authorization')]);
      expect(sent).toEqual([
        [KEPT, 'Bearer opaque'],
        [EVIL, null],
      ]);
    });

    it('loses the token with XMLHttpRequest', () => {
      const set = spyOn(XMLHttpRequest.prototype, 'setRequestHeader');
      const send = spyOn(XMLHttpRequest.prototype, 'send');
      const http = setUp(provideHttpClient(withXhr(), withInterceptors([move])));
      const carried = (url: string) => {
        set.calls.reset();
        http.get(url).subscribe().unsubscribe();
        return set.calls.allArgs().some(([name]) => name === 'Authorization');
      };
      expect([carried(KEPT), carried(MOVED)]).toEqual([true, false]);
      expect(send).toHaveBeenCalledTimes(2);
    });
  });
});
