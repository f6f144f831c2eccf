import {
  HTTP_INTERCEPTORS,
  HttpClient,
  provideHttpClient,
  withInterceptorsFromDi,
} from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import {
  ApplicationInitStatus,
  ApplicationRef,
  inject,
  provideAppInitializer,
  provideZonelessChangeDetection,
} from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router, withEnabledBlockingInitialNavigation } from '@angular/router';
import { firstValueFrom } from 'rxjs';
import { flaskJwtAuth } from '../backends/flask-jwt-auth';
import { injectAuthFetch } from '../http/inject-auth-fetch';
import { skipAuth } from '../http/skip-auth';
import { TokenInterceptor } from '../http/token-interceptor';
import { AuthService } from '../session/auth-service';
import { withStatusCheck } from '../session/check/with-status-check';
import { promised } from '../../test-support/promised';
import { BASE_URL } from '../../test-support/set-up';
import { until } from '../../test-support/until';
import { AuthConfig } from './auth-config';
import { AuthFeature } from './auth-feature';
import { provideAuth } from './provide-auth';
import {
  lateConfigApps,
  CONFIG,
  FUNCTIONAL,
  AccountPage,
} from '../../test-support/late-config-apps';

const BY_CLASS = [
  provideHttpClient(withInterceptorsFromDi()),
  { provide: HTTP_INTERCEPTORS, useClass: TokenInterceptor, multi: true },
];

describe('configuration by a function', () => {
  const apps = lateConfigApps();

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
    await apps.boot(read, { providers: [provideAppInitializer(() => void inject(HttpClient))] });
    expect(read).toHaveBeenCalledTimes(1);
  });

  it('is waited for by the app and by what the library does at start', async () => {
    localStorage.setItem('token', 'opaque');
    const { promise, fulfil } = promised<AuthConfig>();
    const app = apps.boot(() => promise, { features: [withStatusCheck()] });
    await until(() => apps.backend);
    await new Promise(requestAnimationFrame);
    expect(apps.host.children.length).toBe(0);
    apps.backend!.verify();
    fulfil(CONFIG);
    const { injector } = await app;
    expect(injector.get(AuthService).status()).toBe('pending');
    expect(apps.backend!.match(`${BASE_URL}/status`).length).toBe(1);
  });

  it('is waited for by the features', async () => {
    const begun: string[] = [];
    const { promise, fulfil } = promised<AuthConfig>();
    const feature = (kind: string): AuthFeature => ({
      kind,
      providers: [],
      start: () => void begun.push(kind + inject(AuthService).status()),
    });
    const app = apps.boot(() => promise, { features: [feature('a '), feature('b ')] });
    await until(() => apps.backend);
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
      const app = apps.boot(() => promise, {
        providers: [
          provideAppInitializer(() => void (navigated = inject(Router).navigateByUrl(url))),
        ],
      });
      const decided = jasmine.createSpy('decided');
      await until(() => apps.backend);
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
    const app = apps.boot(() => promise, {
      router: provideRouter(
        [{ path: '**', canActivate: [guard], component: AccountPage }],
        withEnabledBlockingInitialNavigation(),
      ),
    });
    await until(() => apps.backend);
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
        const app = apps.boot(() => promise, {
          providers: [providers, provideHttpClientTesting()],
        });
        await until(() => apps.backend);
        apps.http.get(`${BASE_URL}/data`).subscribe();
        apps.backend!.verify();
        fulfil(CONFIG);
        await app;
        const { request } = apps.backend!.expectOne(`${BASE_URL}/data`);
        expect(request.headers.get('Authorization')).toBe('Bearer opaque');
      });

      it('sends what the function itself asks for', async () => {
        localStorage.setItem('token', 'opaque');
        const app = apps.boot(
          () => firstValueFrom(inject(HttpClient).get<AuthConfig>(`${BASE_URL}/config.json`)),
          { providers: [providers, provideHttpClientTesting()] },
        );
        const file = await until(() => apps.backend?.match(`${BASE_URL}/config.json`)[0]);
        expect(file.request.headers.has('Authorization')).toBeFalse();
        file.flush(CONFIG);
        await app;
        expect(apps.host.children.length).toBe(1);
      });

      it('sends what the function asks for later with skipAuth()', async () => {
        const app = apps.boot(
          async () => {
            const client = inject(HttpClient);
            await Promise.resolve();
            return firstValueFrom(client.get<AuthConfig>('/config.json', { context: skipAuth() }));
          },
          { providers: [providers, provideHttpClientTesting()] },
        );
        (await until(() => apps.backend?.match('/config.json')[0])).flush(CONFIG);
        await app;
        expect(apps.host.children.length).toBe(1);
      });
    });
  }

  it('is waited for by the requests of injectAuthFetch()', async () => {
    localStorage.setItem('token', 'opaque');
    const sent = spyOn(window, 'fetch').and.resolveTo(new Response('notes'));
    const { promise, fulfil } = promised<AuthConfig>();
    let answer: Promise<Response> | undefined;
    const app = apps.boot(() => promise, {
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
    const app = apps.boot(() => promise, {
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
    await apps.boot(() => Promise.resolve(CONFIG), {
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
