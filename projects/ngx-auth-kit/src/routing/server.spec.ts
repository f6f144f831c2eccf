import { PLATFORM_ID } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router, Routes } from '@angular/router';
import { HttpTestingController } from '@angular/common/http/testing';
import { AuthService } from '../session/auth-service';
import { provideAuth } from '../config/provide-auth';
import { BASE_URL, startFakeHttp } from '../test-support/set-up';
import { ensureAuthenticated } from './ensure-authenticated';
import { ensureUser } from './ensure-user';
import { loginRedirect } from './login-redirect';

const routes: Routes = [
  { path: 'open', children: [] },
  { path: 'login', canActivate: [loginRedirect], children: [] },
  { path: 'account', canActivate: [ensureAuthenticated], children: [] },
  { path: 'admin', canActivate: [ensureUser(() => true)], children: [] },
];

describe('on a server', () => {
  let auth: AuthService;
  beforeEach(() => {
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

  for (const url of ['/account', '/admin']) {
    it(`${url} is neither shown nor led away from`, async () => {
      const router = TestBed.inject(Router);
      await router.navigateByUrl('/open');
      expect(await router.navigateByUrl(url)).toBeFalse();
      expect(router.url).toBe('/open');
    });
  }

  it('the login page is shown', async () => {
    expect(await TestBed.inject(Router).navigateByUrl('/login')).toBeTrue();
  });
});
