import { Location } from '@angular/common';
import { Component, PLATFORM_ID } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router, Routes } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { HttpTestingController } from '@angular/common/http/testing';
import { AuthService } from '../session/auth-service';
import { provideAuth } from '../config/provide-auth';
import { BASE_URL, startFakeHttp } from '../../test-support/set-up';
import { ensureAuthenticated } from './ensure-authenticated';
import { ensureUser } from './ensure-user';
import { loginRedirect } from './login-redirect';

let created: string[] = [];

@Component({ template: 'protected' })
class ProtectedPage {
  constructor() {
    created.push('protected');
  }
}

const loadChildren = jasmine.createSpy('loadChildren');

const routes: Routes = [
  { path: 'login', canActivate: [loginRedirect], children: [] },
  { path: 'account', canActivate: [ensureAuthenticated], component: ProtectedPage },
  { path: 'matched', canMatch: [ensureAuthenticated], component: ProtectedPage },
  { path: 'lazy', canMatch: [ensureAuthenticated], loadChildren },
  { path: 'admin', canActivate: [ensureUser(() => true)], component: ProtectedPage },
  {
    path: 'parent',
    canActivateChild: [ensureAuthenticated],
    children: [{ path: 'child', component: ProtectedPage }],
  },
  { path: '**', component: ProtectedPage },
];
const GUARDED = ['/account?a=b#part', '/matched', '/lazy', '/admin', '/parent/child'];

describe('on a server', () => {
  let auth: AuthService;
  beforeEach(() => {
    created = [];
    loadChildren.calls.reset();
    localStorage.setItem('token', 'of-whoever-runs-the-server');
    auth = startFakeHttp(
      provideAuth({ baseUrl: BASE_URL }),
      undefined,
      provideRouter(routes),
      // What the server platform says; this is all that the library asks.
      { provide: PLATFORM_ID, useValue: 'server' },
    );
  });
  afterEach(() => TestBed.inject(HttpTestingController).verify());

  it('nobody is known, and nothing is read from or written to storage', () => {
    expect(auth.status()).toBe('pending');
    expect(auth.token()).toBeNull();
    auth.setToken('opaque');
    expect(localStorage.getItem('token')).toBe('of-whoever-runs-the-server');
  });

  for (const url of GUARDED) {
    it(`nothing is shown at ${url}, which is not led away from`, async () => {
      const location = TestBed.inject(Location);
      location.go(url);
      const harness = await RouterTestingHarness.create();
      TestBed.inject(Router).initialNavigation();
      await harness.fixture.whenStable();
      // What a server renders and where it redirects are read off these.
      expect(TestBed.inject(Router).lastSuccessfulNavigation()?.finalUrl).toBeDefined();
      expect(location.path(true)).toBe(url);
      expect(harness.routeNativeElement).toBeNull();
      expect(created).toEqual([]);
      expect(loadChildren).not.toHaveBeenCalled();
    });
  }

  it('the routes of the app stay as they are', async () => {
    const router = TestBed.inject(Router);
    await router.navigateByUrl('/account');
    await router.navigateByUrl('/admin');
    expect(router.config.length).toBe(routes.length + 1);
    expect(routes.every(({ path }) => path !== router.config[0]?.path)).toBeTrue();
  });

  it('the login page is shown', async () => {
    expect(await TestBed.inject(Router).navigateByUrl('/login')).toBeTrue();
  });
});
