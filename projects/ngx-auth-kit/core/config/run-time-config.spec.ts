import { LocationStrategy } from '@angular/common';
import {
  HTTP_INTERCEPTORS,
  HttpClient,
  HttpInterceptorFn,
  provideHttpClient,
  withInterceptors,
  withInterceptorsFromDi,
} from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { MockLocationStrategy } from '@angular/common/testing';
import {
  ApplicationInitStatus,
  ApplicationRef,
  Component,
  EnvironmentProviders,
  ErrorHandler,
  inject,
  provideAppInitializer,
  provideEnvironmentInitializer,
  Provider,
  provideZonelessChangeDetection,
} from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { bootstrapApplication } from '@angular/platform-browser';
import {
  provideRouter,
  Router,
  RouterOutlet,
  withEnabledBlockingInitialNavigation,
} from '@angular/router';
import { firstValueFrom } from 'rxjs';
import { flaskJwtAuth } from '../backends/flask-jwt-auth';
import { authInterceptor } from '../http/auth-interceptor';
import { injectAuthFetch } from '../http/inject-auth-fetch';
import { skipAuth } from '../http/skip-auth';
import { TokenInterceptor } from '../http/token-interceptor';
import { EnsureAuthenticated, ensureAuthenticated } from '../routing/ensure-authenticated';
import { ensureUser } from '../routing/ensure-user';
import { loginRedirect } from '../routing/login-redirect';
import { AuthService } from '../session/auth-service';
import { withStatusCheck } from '../session/check/with-status-check';
import { withIdleTimeout } from '../session/idle/with-idle-timeout';
import { withTokenRefresh } from '../session/refresh/with-token-refresh';
import { promised } from '../../test-support/promised';
import { BASE_URL } from '../../test-support/set-up';
import { until } from '../../test-support/until';
import { AuthConfig, AuthConfigFunction } from './auth-config';
import { AuthFeature } from './auth-feature';
import { provideAuth } from './provide-auth';

const CONFIG: AuthConfig = { baseUrl: BASE_URL };
const FUNCTIONAL = provideHttpClient(withInterceptors([authInterceptor]));
const BY_CLASS = [
  provideHttpClient(withInterceptorsFromDi()),
  { provide: HTTP_INTERCEPTORS, useClass: TokenInterceptor, multi: true },
];

/** What else the app has. */
interface BootOptions {
  readonly features?: AuthFeature[];
  readonly router?: EnvironmentProviders;
  readonly providers?: (Provider | EnvironmentProviders)[];
}

@Component({ selector: 'spec-app', imports: [RouterOutlet], template: '<router-outlet />' })
class App {
  constructor() {
    inject(AuthService);
  }
}

@Component({ template: 'account' })
class AccountPage {}

const routes = [
  { path: 'account', component: AccountPage, canActivate: [ensureAuthenticated] },
  { path: 'as-class', component: AccountPage, canActivate: [EnsureAuthenticated] },
  { path: 'user', component: AccountPage, canActivate: [ensureUser(() => true)] },
  { path: 'visitors', component: AccountPage, canActivate: [loginRedirect] },
  { path: '**', children: [] },
];

describe('configuration by a function', () => {
  let host: HTMLElement;
  let apps: Promise<ApplicationRef>[];
  let backend: HttpTestingController | undefined;
  let http: HttpClient;

  beforeEach(() => {
    localStorage.clear();
    sessionStorage.clear();
    apps = [];
    host = document.body.appendChild(document.createElement('spec-app'));
  });
  afterEach(async () => {
    for (const { status, value } of (await Promise.allSettled(
      apps,
    )) as PromiseFulfilledResult<ApplicationRef>[]) {
      if (status === 'fulfilled') value.destroy();
    }
    host.remove();
  });

  function boot(
    read: AuthConfigFunction,
    { features = [], router = provideRouter(routes), providers = [] }: BootOptions = {},
  ): Promise<ApplicationRef> {
    backend = undefined;
    const app = bootstrapApplication(App, {
      providers: [
        provideZonelessChangeDetection(),
        { provide: LocationStrategy, useClass: MockLocationStrategy },
        { provide: ErrorHandler, useValue: { handleError: () => undefined } },
        FUNCTIONAL,
        provideHttpClientTesting(),
        router,
        provideEnvironmentInitializer(() => {
          backend = inject(HttpTestingController);
          http = inject(HttpClient);
        }),
        provideAuth(read, ...features),
        providers,
      ],
    });
    apps.push(app);
    app.catch(() => undefined);
    return app;
  }

  it('is there at once if the function is synchronous', () => {
    TestBed.configureTestingModule({
      providers: [provideZonelessChangeDetection(), FUNCTIONAL, provideAuth(() => CONFIG)],
    });
    expect(TestBed.inject(AuthService).status()).toBe('anonymous');
  });

  it('may use inject()', () => {
    TestBed.configureTestingModule({
      providers: [
        provideZonelessChangeDetection(),
        FUNCTIONAL,
        { provide: 'url', useValue: '/given' },
        provideAuth(() => ({ baseUrl: inject('url' as never) })),
        provideHttpClientTesting(),
      ],
    });
    TestBed.inject(AuthService).login({}).subscribe();
    expect(TestBed.inject(HttpTestingController).match('/given/login').length).toBe(1);
  });

  it('is asked for once', async () => {
    const read = jasmine.createSpy('read').and.resolveTo(CONFIG);
    await boot(read, { providers: [provideAppInitializer(() => void inject(HttpClient))] });
    expect(read).toHaveBeenCalledTimes(1);
  });

  it('is waited for by the app and by what the library does at start', async () => {
    localStorage.setItem('token', 'opaque');
    const { promise, fulfil } = promised<AuthConfig>();
    const app = boot(() => promise, { features: [withStatusCheck()] });
    await until(() => backend);
    await new Promise(requestAnimationFrame);
    expect(host.children.length).toBe(0);
    backend!.verify();
    fulfil(CONFIG);
    const { injector } = await app;
    expect(injector.get(AuthService).status()).toBe('pending');
    expect(backend!.match(`${BASE_URL}/status`).length).toBe(1);
  });

  it('is waited for by the features', async () => {
    const begun: string[] = [];
    const { promise, fulfil } = promised<AuthConfig>();
    const feature = (kind: string): AuthFeature => ({
      kind,
      providers: [],
      start: () => void begun.push(kind + inject(AuthService).status()),
    });
    const app = boot(() => promise, { features: [feature('a '), feature('b ')] });
    await until(() => backend);
    expect(begun).toEqual([]);
    fulfil(CONFIG);
    await app;
    expect(begun).toEqual(['a anonymous', 'b anonymous']);
  });

  for (const url of ['/account', '/as-class', '/user', '/visitors']) {
    it(`is waited for by the guard of ${url}`, async () => {
      localStorage.setItem('token', 'opaque');
      const { promise, fulfil } = promised<AuthConfig>();
      let navigated: Promise<boolean> | undefined;
      const app = boot(() => promise, {
        providers: [
          provideAppInitializer(() => void (navigated = inject(Router).navigateByUrl(url))),
        ],
      });
      const decided = jasmine.createSpy('decided');
      await until(() => backend);
      navigated!.then(decided, decided);
      await new Promise(requestAnimationFrame);
      expect(decided).not.toHaveBeenCalled();
      fulfil({ ...CONFIG, backend: { ...flaskJwtAuth, endpoints: { login: { path: '/l' } } } });
      await app;
      await navigated;
      expect(decided).not.toHaveBeenCalledWith(jasmine.any(Error));
    });
  }

  it('is waited for by initial navigation that is enabledBlocking, whatever guards it meets', async () => {
    const { promise, fulfil } = promised<AuthConfig>();
    const guard = jasmine.createSpy('guard').and.callFake(() => !!inject(AuthService));
    const app = boot(() => promise, {
      router: provideRouter(
        [{ path: '**', canActivate: [guard], component: AccountPage }],
        withEnabledBlockingInitialNavigation(),
      ),
    });
    await until(() => backend);
    await new Promise(requestAnimationFrame);
    expect(guard).not.toHaveBeenCalled();
    fulfil(CONFIG);
    await app;
    expect(guard).toHaveBeenCalledTimes(1);
  });

  for (const [form, providers] of [
    ['authInterceptor', FUNCTIONAL],
    ['TokenInterceptor', BY_CLASS],
  ] as const) {
    describe(`and ${form}`, () => {
      it('holds a request until it is there, which then carries the token', async () => {
        localStorage.setItem('token', 'opaque');
        const { promise, fulfil } = promised<AuthConfig>();
        const app = boot(() => promise, { providers: [providers, provideHttpClientTesting()] });
        await until(() => backend);
        http.get(`${BASE_URL}/data`).subscribe();
        backend!.verify();
        fulfil(CONFIG);
        await app;
        const { request } = backend!.expectOne(`${BASE_URL}/data`);
        expect(request.headers.get('Authorization')).toBe('Bearer opaque');
      });

      it('sends what the function itself asks for', async () => {
        localStorage.setItem('token', 'opaque');
        const app = boot(
          () => firstValueFrom(inject(HttpClient).get<AuthConfig>(`${BASE_URL}/config.json`)),
          { providers: [providers, provideHttpClientTesting()] },
        );
        const file = await until(() => backend?.match(`${BASE_URL}/config.json`)[0]);
        expect(file.request.headers.has('Authorization')).toBeFalse();
        file.flush(CONFIG);
        await app;
        expect(host.children.length).toBe(1);
      });

      it('sends what the function asks for later with skipAuth()', async () => {
        const app = boot(
          async () => {
            const client = inject(HttpClient);
            await Promise.resolve();
            return firstValueFrom(client.get<AuthConfig>('/config.json', { context: skipAuth() }));
          },
          { providers: [providers, provideHttpClientTesting()] },
        );
        (await until(() => backend?.match('/config.json')[0])).flush(CONFIG);
        await app;
        expect(host.children.length).toBe(1);
      });
    });
  }

  const cause = new Error('No such file.');
  const bad: readonly [
    what: string,
    read: () => unknown,
    says: RegExp,
    features?: AuthFeature[],
  ][] = [
    [
      'throws',
      () => {
        throw cause;
      },
      /function given to provideAuth failed: No such file\./,
    ],
    ['gives a promise that is rejected', () => Promise.reject(cause), /failed: No such file\./],
    ['fails with no error', () => Promise.reject('offline'), /failed: offline/],
    ['gives nothing', () => undefined, /"baseUrl" is undefined/],
    ['promises nothing', () => Promise.resolve(null), /"baseUrl" is undefined/],
    ['gives a text', () => '<!doctype html>', /option "config" is/],
    ['gives an unusable option', () => ({ ...CONFIG, headerName: 'a b' }), /"headerName" is "a b"/],
    ['promises one', () => Promise.resolve({ ...CONFIG, tokenKey: '' }), /"tokenKey" is ""/],
    [
      'contradicts a feature',
      () => Promise.resolve(CONFIG),
      /"backend\.endpoints\.refresh" is undefined/,
      [withTokenRefresh()],
    ],
    [
      'comes with a bad feature',
      () => CONFIG,
      /withIdleTimeout\.after/,
      [withIdleTimeout({ after: 0 })],
    ],
  ];
  for (const [what, read, says, features] of bad) {
    it(`keeps the app from starting if the function ${what}`, async () => {
      localStorage.setItem('token', 'opaque');
      const error = await boot(read as AuthConfigFunction, { features }).then(
        () => fail('started'),
        (reason: unknown) => reason as Error,
      );
      expect((error as Error).message).toMatch(says);
      expect((error as Error).message).toMatch(/^ngx-auth-kit: /);
      if (/No such file/.test(String(error))) expect((error as Error).cause).toBe(cause);
      expect(host.children.length).toBe(0);
    });
  }

  it('that never comes fails the requests that wait for it, with its cause', async () => {
    const { promise, fail: reject } = promised<AuthConfig>();
    const app = boot(() => promise);
    await until(() => backend);
    const answered = firstValueFrom(http.get('/data'));
    reject(cause);
    await expectAsync(answered).toBeRejectedWithError(/No such file/);
    await expectAsync(app).toBeRejected();
  });

  it('is missed with an explanation by code that runs too early', async () => {
    const { promise } = promised<AuthConfig>();
    const app = boot(() => promise, {
      providers: [provideAppInitializer(() => void inject(AuthService))],
    });
    await expectAsync(app).toBeRejectedWithError(/before the configuration is there.*donePromise/);
  });

  it('is missed with that explanation, and not with that of Angular, if the first error was caught', async () => {
    const app = boot(() => Promise.resolve(CONFIG), {
      providers: [
        provideAppInitializer(() => {
          try {
            inject(AuthService);
          } catch {
            // As apps do that log without a user if there is none.
          }
        }),
      ],
    });
    await expectAsync(app).toBeRejectedWithError(/before the configuration is there/);
  });

  it('is missed with an explanation by an interceptor that sees what the function asks for', async () => {
    const logging: HttpInterceptorFn = (request, next) => {
      inject(AuthService);
      return next(request);
    };
    const app = boot(
      () =>
        firstValueFrom(inject(HttpClient).get<AuthConfig>('/config.json', { context: skipAuth() })),
      { providers: [provideHttpClient(withInterceptors([logging])), provideHttpClientTesting()] },
    );
    await expectAsync(app).toBeRejectedWithError(/interceptor of the app.*fetch\(\)/);
  });

  it('is waited for by the requests of injectAuthFetch()', async () => {
    localStorage.setItem('token', 'opaque');
    const sent = spyOn(window, 'fetch').and.resolveTo(new Response('notes'));
    const { promise, fulfil } = promised<AuthConfig>();
    let answer: Promise<Response> | undefined;
    const app = boot(() => promise, {
      providers: [
        provideAppInitializer(() => void (answer = injectAuthFetch()(`${BASE_URL}/notes`))),
      ],
    });
    await until(() => answer !== undefined);
    expect(sent).not.toHaveBeenCalled();
    fulfil(CONFIG);
    await app;
    expect(await (await answer)!.text()).toBe('notes');
    const { headers } = sent.calls.mostRecent().args[1]!;
    expect(new Headers(headers).get('Authorization')).toBe('Bearer opaque');
  });

  it('is not waited for by a request of injectAuthFetch() that is aborted', async () => {
    const { promise, fulfil } = promised<AuthConfig>();
    let answer: Promise<Response> | undefined;
    const leaving = new AbortController();
    const app = boot(() => promise, {
      providers: [
        provideAppInitializer(() => {
          answer = injectAuthFetch()(`${BASE_URL}/notes`, { signal: leaving.signal });
        }),
      ],
    });
    await until(() => answer !== undefined);
    leaving.abort();
    await expectAsync(answer!).toBeRejected();
    const sent = spyOn(window, 'fetch');
    fulfil(CONFIG);
    await app;
    expect(sent).not.toHaveBeenCalled();
  });

  it('can be waited for by another app initializer', async () => {
    let status: string | undefined;
    await boot(() => Promise.resolve(CONFIG), {
      providers: [
        provideAppInitializer(() => {
          const { injector } = inject(ApplicationRef);
          void inject(ApplicationInitStatus).donePromise.then(
            () => (status = injector.get(AuthService).status()),
          );
        }),
      ],
    });
    expect(status).toBe('anonymous');
  });

  it('that comes after the app was destroyed starts nothing', async () => {
    const { promise, fulfil } = promised<AuthConfig>();
    const start = jasmine.createSpy('start');
    TestBed.configureTestingModule({
      providers: [
        provideZonelessChangeDetection(),
        FUNCTIONAL,
        provideAuth(() => promise, { kind: 'spec', providers: [], start }),
      ],
    });
    const answered = jasmine.createSpy('answered');
    TestBed.inject(HttpClient).get('/data').subscribe({ next: answered, error: answered });
    TestBed.resetTestingModule();
    fulfil(CONFIG);
    await new Promise(requestAnimationFrame);
    expect(start).not.toHaveBeenCalled();
    expect(answered).not.toHaveBeenCalled();
  });
});
