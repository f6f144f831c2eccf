import { Component, provideZonelessChangeDetection } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { NavigationEnd, provideRouter, Router } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { filter, firstValueFrom } from 'rxjs';
import { ensureAuthenticated, ensureUser, loginRedirect } from 'ngx-auth-kit';
import { until } from '../../test-support/until';
import { AuthTesting } from './auth-testing';
import { AuthTestingOptions } from './auth-testing-options';
import { provideAuthTesting } from './provide-auth-testing';

@Component({ template: 'page' })
class Page {}

let router: Router;
let testing: AuthTesting;

async function open(url: string, options: AuthTestingOptions = {}): Promise<void> {
  begin(options);
  await RouterTestingHarness.create(url);
}

function begin(options: AuthTestingOptions): void {
  TestBed.configureTestingModule({
    providers: [
      provideZonelessChangeDetection(),
      provideRouter([
        { path: 'login', component: Page, canActivate: [loginRedirect] },
        { path: 'status', component: Page },
        { path: 'account', component: Page, canActivate: [ensureAuthenticated] },
        { path: 'lazy', loadChildren: () => [], canMatch: [ensureAuthenticated] },
        {
          path: 'admin',
          component: Page,
          canActivate: [ensureUser((user) => user['admin'] === true)],
        },
      ]),
      provideAuthTesting(options),
    ],
  });
  router = TestBed.inject(Router);
  testing = TestBed.inject(AuthTesting);
}

const ADMIN = { user: { admin: true } };
const USER = { user: { admin: false } };

describe('provideAuthTesting with guards', () => {
  const table: [string, AuthTestingOptions, string][] = [
    ['/account', {}, '/login?returnUrl=%2Faccount'],
    ['/account', USER, '/account'],
    ['/lazy', {}, '/login?returnUrl=%2Flazy'],
    ['/lazy', USER, '/lazy'],
    ['/admin', {}, '/login?returnUrl=%2Fadmin'],
    ['/admin', USER, '/status'],
    ['/admin', ADMIN, '/admin'],
    ['/login', {}, '/login'],
    ['/login', USER, '/status'],
    ['/login?returnUrl=%2Faccount', USER, '/account'],
  ];
  for (const [url, options, target] of table) {
    it(`leads from ${url} to ${target} with ${JSON.stringify(options)}`, async () => {
      await open(url, options);
      expect(router.url).toBe(target);
    });
  }

  const answers: ['signIn' | 'signOut', string, string][] = [
    ['signIn', '/account', '/account'],
    ['signOut', '/account', '/login?returnUrl=%2Faccount'],
    ['signIn', '/login', '/status'],
    ['signOut', '/login', '/login'],
  ];
  for (const [method, url, target] of answers) {
    it(`waits at ${url} while pending, and goes to ${target} after ${method}()`, async () => {
      begin({ status: 'pending' });
      const navigation = router.navigateByUrl(url);
      await until(() => testing.calls.length > 0);
      expect(testing.calls).toEqual([{ method: 'checkStatus', input: null }]);
      expect(router.url).toBe('/');
      testing[method]();
      await navigation;
      expect(router.url).toBe(target);
    });
  }

  it('leaves a guarded page when the session ends', async () => {
    await open('/account', USER);
    testing.expire();
    await firstValueFrom(router.events.pipe(filter((event) => event instanceof NavigationEnd)));
    expect(router.url).toBe('/login?returnUrl=%2Faccount');
    expect(testing.calls).toEqual([]);
  });

  it('stays on a page that needs no session', async () => {
    await open('/status', USER);
    testing.expire();
    expect(router.currentNavigation()).toBeNull();
    expect(router.url).toBe('/status');
  });
});
