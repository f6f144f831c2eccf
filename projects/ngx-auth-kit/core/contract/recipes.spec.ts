import {
  HttpClient,
  HttpErrorResponse,
  HttpInterceptorFn,
  HttpResponse,
  provideHttpClient,
  withInterceptors,
} from '@angular/common/http';
import { HttpTestingController } from '@angular/common/http/testing';
import { Component, inject } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { CanActivateFn, NavigationEnd, provideRouter, Router, Routes } from '@angular/router';
import { filter, firstValueFrom, map } from 'rxjs';
import { ANSWERING_HTTP } from '../../test-support/answering-http';
import { accessToken, grant, refreshBackend } from '../../test-support/refresh-backend';
import { BASE_URL, setUpFakeHttp, startFakeHttp } from '../../test-support/set-up';
import { until } from '../../test-support/until';
import { visit } from '../../test-support/visit';
import { provideAuth } from '../config/provide-auth';
import { authInterceptor } from '../http/auth-interceptor';
import { ensureAuthenticated } from '../routing/ensure-authenticated';
import { ensureUser } from '../routing/ensure-user';
import { loginRedirect } from '../routing/login-redirect';
import { AuthService } from '../session/auth-service';
import { withTokenRefresh } from '../session/refresh/with-token-refresh';

@Component({ template: '' })
class Page {}

/** As in docs/recipes.md. */
const toPageOfRole: CanActivateFn = () => {
  const isAdmin = inject(AuthService).user()?.['role'] === 'admin';
  return inject(Router).parseUrl(isAdmin ? '/admin' : '/desk');
};
const codesInBodies: HttpInterceptorFn = (request, next) =>
  next(request).pipe(
    map((event) => {
      if (!(event instanceof HttpResponse)) return event;
      const { code } = Object(event.body) as { code?: unknown };
      if (typeof code !== 'number' || code < 400) return event;
      throw new HttpErrorResponse({ status: code, error: event.body, url: event.url ?? '' });
    }),
  );

const routes: Routes = [
  { path: '', pathMatch: 'full', component: Page },
  { path: 'login', component: Page, canActivate: [loginRedirect] },
  {
    path: 'home',
    canActivate: [ensureUser(() => true)],
    children: [{ path: '', canActivate: [toPageOfRole], children: [] }],
  },
  { path: 'admin', component: Page, canActivate: [ensureAuthenticated] },
  { path: 'desk', component: Page, canActivate: [ensureAuthenticated] },
];

describe('the recipes', () => {
  beforeEach(() => {
    spyOn(console, 'info');
    spyOn(console, 'warn');
  });

  describe('of a landing page by role', () => {
    for (const [role, page] of [
      ['admin', '/admin'],
      ['clerk', '/desk'],
    ] as const)
      it(`leads a user with the role ${role} from the home page to ${page}`, async () => {
        const auth = setUpFakeHttp({ homeUrl: '/home' }, ANSWERING_HTTP, provideRouter(routes));
        auth.setSession({ accessToken: 'opaque', user: { role } });
        expect(await visit('/login')).toEqual({ url: page, navigations: 3, error: null });
      });

    it('leads a visitor to the login page', async () => {
      setUpFakeHttp({ homeUrl: '/home' }, ANSWERING_HTTP, provideRouter(routes));
      const { url } = await visit('/home');
      expect(url).toBe('/login?returnUrl=%2Fhome');
    });
  });

  it('sign out to a landing page without the login page in between', async () => {
    const auth = setUpFakeHttp({}, ANSWERING_HTTP, provideRouter(routes));
    const router = TestBed.inject(Router);
    auth.setToken('opaque');
    await visit('/desk');
    const seen: string[] = [];
    router.events
      .pipe(filter((event) => event instanceof NavigationEnd))
      .subscribe(({ urlAfterRedirects }) => seen.push(urlAfterRedirects));
    await router.navigateByUrl('/');
    await firstValueFrom(auth.logout());
    await until(() => router.currentNavigation() === null);
    expect([seen, router.url, auth.status()]).toEqual([['/'], '/', 'anonymous']);
  });

  it('take a code in a body for a status, after which the token is refreshed', async () => {
    localStorage.clear();
    const auth = startFakeHttp(
      provideAuth({ baseUrl: BASE_URL, backend: refreshBackend }, withTokenRefresh()),
      provideHttpClient(withInterceptors([authInterceptor, codesInBodies])),
    );
    const backend = TestBed.inject(HttpTestingController);
    auth.setSession({ accessToken: accessToken(), refreshToken: 'first' });
    const url = `${BASE_URL}/things`;
    const answer = firstValueFrom(TestBed.inject(HttpClient).get(url));
    backend.expectOne(url).flush({ code: 401 });
    (await until(() => backend.match(`${BASE_URL}/refresh`)[0])).flush(grant());
    (await until(() => backend.match(url)[0])).flush({ code: 200, things: [] });
    expect(await answer).toEqual({ code: 200, things: [] });
  });

  it('give two APIs one token', () => {
    const other = 'https://other.example.com';
    const allowedUrls = ['https://api.example.com', other];
    setUpFakeHttp({ allowedUrls }).setToken('opaque');
    for (const url of [`${other}/things`, `${BASE_URL}/things`]) {
      TestBed.inject(HttpClient).get(url).subscribe();
      const { request } = TestBed.inject(HttpTestingController).expectOne(url);
      expect(request.headers.get('Authorization')).toBe('Bearer opaque');
    }
  });

  it('send what an endpoint needs beside the credentials, from a service', () => {
    const login = { path: '/login', headers: () => ({ 'X-Captcha': inject(Captcha).answer }) };
    const endpoints = { ...refreshBackend.endpoints, login };
    const auth = setUpFakeHttp({ backend: { ...refreshBackend, endpoints } }, undefined, Captcha);
    TestBed.inject(Captcha).answer = 'solved';
    auth.login({}).subscribe();
    const { request } = TestBed.inject(HttpTestingController).expectOne(`${BASE_URL}/login`);
    expect(request.headers.get('X-Captcha')).toBe('solved');
  });
});

class Captcha {
  answer = '';
}
