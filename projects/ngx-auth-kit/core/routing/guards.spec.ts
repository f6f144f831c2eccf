import { HttpTestingController, TestRequest } from '@angular/common/http/testing';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router, Routes, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { flaskJwtAuth } from '../backends/flask-jwt-auth';
import { AuthConfig } from '../config/auth-config';
import { jwt, secondsFromNow } from '../../test-support/jwt';
import { BASE_URL, setUpFakeHttp } from '../../test-support/set-up';
import { until } from '../../test-support/until';
import { EnsureAuthenticated, ensureAuthenticated } from './ensure-authenticated';
import { ensureUser } from './ensure-user';
import { LoginRedirect, loginRedirect } from './login-redirect';

let created: string[] = [];

@Component({ template: 'protected' })
class ProtectedPage {
  constructor() {
    created.push('protected');
  }
}

@Component({ template: 'open' })
class OpenPage {}

const loadChildren = jasmine.createSpy('loadChildren');
const hasRole = ensureUser((user, { data }) => user['role'] === data?.['role'], '/open');
const isAdmin = ensureUser((user) => user['admin'] === true, '/open');

const routes: Routes = [
  { path: 'login', component: OpenPage, canActivate: [loginRedirect] },
  { path: 'login-by-class', component: OpenPage, canActivate: [LoginRedirect] },
  { path: 'login-by-match', component: OpenPage, canMatch: [loginRedirect] },
  { path: 'status', component: ProtectedPage, canActivate: [ensureAuthenticated] },
  { path: 'open', component: OpenPage },
  { path: 'by-class', component: ProtectedPage, canActivate: [EnsureAuthenticated] },
  { path: 'by-match', component: ProtectedPage, canMatch: [ensureAuthenticated] },
  { path: 'by-class-match', component: ProtectedPage, canMatch: [EnsureAuthenticated] },
  {
    path: 'parent',
    canActivateChild: [ensureAuthenticated],
    children: [{ path: 'child', component: ProtectedPage }],
  },
  {
    path: 'wrapped',
    component: ProtectedPage,
    canActivate: [(route, state) => ensureAuthenticated(route, state)],
  },
  { path: 'lazy', canMatch: [ensureAuthenticated], loadChildren },
  { path: 'admin', component: ProtectedPage, canActivate: [isAdmin] },
  { path: 'admin-by-match', component: ProtectedPage, canMatch: [isAdmin] },
  {
    path: 'role-auditor',
    component: ProtectedPage,
    canActivate: [hasRole],
    data: { role: 'auditor' },
  },
  { path: 'role-chief', component: ProtectedPage, canMatch: [hasRole], data: { role: 'chief' } },
  { path: '**', component: OpenPage },
];

async function setUp(config: Partial<AuthConfig> = {}) {
  const auth = setUpFakeHttp(config, undefined, provideRouter(routes, withComponentInputBinding()));
  return { auth, router: TestBed.inject(Router), harness: await RouterTestingHarness.create() };
}

/** Waits for navigations that the library itself began. */
async function urlBecomes(url: string): Promise<void> {
  const router = TestBed.inject(Router);
  await until(() => router.url === url);
  expect(router.url).toBe(url);
}

/** Waits for the request that a guard makes. */
async function requestTo(url: string): Promise<TestRequest> {
  const [request, ...more] = await until(() => {
    const found = TestBed.inject(HttpTestingController).match(url);
    return found.length > 0 ? found : null;
  });
  expect(more).toEqual([]);
  return request!;
}

beforeEach(() => {
  created = [];
  loadChildren.calls.reset();
  loadChildren.and.resolveTo([{ path: '', component: ProtectedPage }]);
});

describe('ensureAuthenticated', () => {
  const guarded = [
    '/status',
    '/by-class',
    '/by-match',
    '/by-class-match',
    '/parent/child',
    '/wrapped',
    '/lazy',
  ];

  for (const url of guarded) {
    it(`sends a visitor from ${url} to the login page, and nothing of the page runs`, async () => {
      const { router, harness } = await setUp();
      await harness.navigateByUrl(`${url}?a=b&c=d%26#part`);
      expect(router.url).toBe(`/login?returnUrl=${encodeURIComponent(`${url}?a=b&c=d%26#part`)}`);
      expect(created).toEqual([]);
      expect(loadChildren).not.toHaveBeenCalled();
    });

    it(`lets a signed-in user see ${url}`, async () => {
      const { auth, router, harness } = await setUp();
      auth.setToken('opaque');
      await harness.navigateByUrl(url);
      expect(router.url).toBe(url);
      expect(created).toEqual(['protected']);
    });

    it(`leaves ${url} when the session ends`, async () => {
      const { auth, harness } = await setUp();
      auth.setToken('opaque');
      await harness.navigateByUrl(`${url}?a=b`);
      auth.logout().subscribe();
      await urlBecomes(`/login?returnUrl=${encodeURIComponent(`${url}?a=b`)}`);
    });
  }

  it('stays on a page that needs no session when it ends', async () => {
    const { auth, router, harness } = await setUp();
    auth.setToken('opaque');
    await harness.navigateByUrl('/status');
    await harness.navigateByUrl('/open');
    auth.logout().subscribe();
    await harness.fixture.whenStable();
    expect(router.url).toBe('/open');
  });

  it('sends an expired session to the login page', async () => {
    const { auth, router, harness } = await setUp();
    auth.setToken(jwt({ exp: secondsFromNow(60) }));
    const now = Date.now();
    spyOn(Date, 'now').and.returnValue(now + 61_000);
    const navigation = harness.navigateByUrl('/status');
    const check = await until(
      () => TestBed.inject(HttpTestingController).match(`${BASE_URL}/status`)[0],
    );
    check.flush(null, { status: 401, statusText: 'Unauthorized' });
    await navigation;
    expect(router.url).toBe('/login?returnUrl=%2Fstatus');
    expect(auth.status()).toBe('anonymous');
  });

  it('uses the configured login page, and keeps its own query', async () => {
    const { router, harness } = await setUp({ loginUrl: '/open?from=guard' });
    await harness.navigateByUrl('/status');
    expect(router.url).toBe('/open?from=guard&returnUrl=%2Fstatus');
  });

  describe('while it is not known who is signed in', () => {
    const backend = { ...flaskJwtAuth, session: 'cookie' } as const;
    const statusUrl = `${BASE_URL}/status`;

    it('waits for the backend, which is asked once', async () => {
      const { router, auth } = await setUp({ backend });
      const navigation = router.navigateByUrl('/status');
      expect(auth.status()).toBe('pending');
      const request = await requestTo(statusUrl);
      expect(created).toEqual([]);
      request.flush({ status: 'success', data: { email: 'ada@example.com' } });
      await navigation;
      expect(router.url).toBe('/status');
      expect(auth.user()).toEqual({ email: 'ada@example.com' });
    });

    it('leads to the login page when the backend says no', async () => {
      const { router, auth } = await setUp({ backend });
      const navigation = router.navigateByUrl('/status');
      (await requestTo(statusUrl)).flush(null, { status: 401, statusText: 'No' });
      await navigation;
      expect(router.url).toBe('/login?returnUrl=%2Fstatus');
      expect(auth.status()).toBe('anonymous');
    });

    it('leads to the login page when the backend is dead, within the time-out', async () => {
      const { router, auth } = await setUp({ backend, requestTimeout: 20 });
      const navigation = router.navigateByUrl('/status');
      await requestTo(statusUrl);
      await navigation;
      expect(router.url).toBe('/login?returnUrl=%2Fstatus');
      expect(auth.status()).toBe('pending');
    });
  });
});

describe('loginRedirect', () => {
  for (const url of ['/login', '/login-by-class', '/login-by-match']) {
    it(`lets a visitor see ${url}`, async () => {
      const { router, harness } = await setUp();
      await harness.navigateByUrl(url);
      expect(router.url).toBe(url);
    });

    it(`sends a signed-in user from ${url} to homeUrl`, async () => {
      const { auth, router, harness } = await setUp({ homeUrl: '/open' });
      auth.setToken('opaque');
      await harness.navigateByUrl(url);
      expect(router.url).toBe('/open');
    });

    it(`sends a signed-in user from ${url} to the return URL`, async () => {
      const { auth, router, harness } = await setUp();
      auth.setToken('opaque');
      await harness.navigateByUrl(`${url}?returnUrl=${encodeURIComponent('/open?a=b#c')}`);
      expect(router.url).toBe('/open?a=b#c');
    });
  }

  const hostile = ['//evil.example', 'https://evil.example', '/%5Cevil', '/login?returnUrl=/open'];
  for (const returnUrl of [...hostile, 'javascript:alert(1)']) {
    it(`goes to homeUrl instead of ${returnUrl}`, async () => {
      const { auth, router, harness } = await setUp();
      auth.setToken('opaque');
      await harness.navigateByUrl(`/login?returnUrl=${encodeURIComponent(returnUrl)}`);
      expect(router.url).toBe('/status');
    });
  }

  it('shows a page that would lead to itself', async () => {
    const { auth, router } = await setUp({ homeUrl: '/login', loginUrl: '/open' });
    auth.setToken('opaque');
    await router.navigateByUrl('/login');
    expect(router.url).toBe('/login');
  });

  it('goes to homeUrl when several return URLs are given', async () => {
    const { auth, router, harness } = await setUp();
    auth.setToken('opaque');
    await harness.navigateByUrl('/login?returnUrl=/open&returnUrl=/admin');
    expect(router.url).toBe('/status');
  });
});

describe('ensureUser', () => {
  async function openAs(user: Record<string, unknown> | null, url: string) {
    const { auth, router } = await setUp();
    auth.setToken('opaque');
    const navigation = router.navigateByUrl(url);
    const request = await requestTo(`${BASE_URL}/status`);
    request.flush({ status: 'success', data: user });
    await navigation;
    return router.url;
  }

  for (const url of ['/admin', '/admin-by-match']) {
    it(`lets the users pass whom the predicate accepts (${url})`, async () => {
      expect(await openAs({ admin: true }, url)).toBe(url);
      expect(created).toEqual(['protected']);
    });

    it(`sends other users elsewhere (${url})`, async () => {
      expect(await openAs({ admin: false }, url)).toBe('/open');
      expect(created).toEqual([]);
    });

    it(`sends users without a name elsewhere (${url})`, async () => {
      expect(await openAs(null, url)).toBe('/open');
    });

    it(`sends visitors to the login page (${url})`, async () => {
      const { router, harness } = await setUp();
      await harness.navigateByUrl(url);
      expect(router.url).toBe(`/login?returnUrl=${encodeURIComponent(url)}`);
    });
  }

  for (const [role, url, end] of [
    ['auditor', '/role-auditor', '/role-auditor'],
    ['auditor', '/role-chief', '/open'],
    ['chief', '/role-chief', '/role-chief'],
    ['chief', '/role-auditor', '/open'],
  ] as const) {
    it(`hands the data of the route to the predicate (${role} at ${url})`, async () => {
      expect(await openAs({ role }, url)).toBe(end);
    });
  }

  it('keeps the session of a user whose status the backend forbids (403)', async () => {
    const { auth, router } = await setUp();
    auth.setToken('opaque');
    const navigation = router.navigateByUrl('/admin');
    (await requestTo(`${BASE_URL}/status`)).flush(null, { status: 403, statusText: 'No' });
    await navigation;
    expect(router.url).toBe('/open');
    expect(auth.isAuthenticated()).toBeTrue();
  });
});
