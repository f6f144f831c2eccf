import { Location } from '@angular/common';
import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { Component, inject, provideZonelessChangeDetection } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import {
  provideRouter,
  Router,
  RouterOutlet,
  Routes,
  withAutoCleanupInjectors,
} from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { firstValueFrom } from 'rxjs';
import { ADA, MockBackend } from '../../../test-support/mock-backend';
import { until } from '../../../test-support/until';
import { AuthConfig, AuthConfigFunction } from '../../config/auth-config';
import { provideAuth } from '../../config/provide-auth';
import { authInterceptor } from '../../http/auth-interceptor';
import { EnsureAuthenticated, ensureAuthenticated } from '../../routing/ensure-authenticated';
import { loginRedirect } from '../../routing/login-redirect';
import { AuthService } from '../auth-service';
import { withOwnSession } from './with-own-session';

const main = new MockBackend('flask-jwt-auth');
const partner = new MockBackend('flask-jwt-auth');

const PARTNER: AuthConfig = {
  baseUrl: `${partner.url}/auth`,
  tokenKey: 'partner',
  loginUrl: '/partner/login',
  homeUrl: '/partner/home',
};

type RouterFeatures = ReturnType<typeof withAutoCleanupInjectors>;

@Component({ imports: [RouterOutlet], template: '<router-outlet />' })
class Page {
  static readonly auths: AuthService[] = [];

  constructor() {
    Page.auths.push(inject(AuthService));
  }
}

/** The routes of a lazy part, as its own file has them. */
function partnerRoutes(config: AuthConfig | AuthConfigFunction): Routes {
  return [
    {
      path: '',
      providers: [
        provideHttpClient(withInterceptors([authInterceptor])),
        provideAuth(config, withOwnSession()),
      ],
      children: [
        { path: 'login', component: Page, canActivate: [loginRedirect] },
        { path: 'home', component: Page, canActivate: [ensureAuthenticated] },
        { path: 'by-class', component: Page, canActivate: [EnsureAuthenticated] },
        { path: 'by-match', component: Page, canMatch: [ensureAuthenticated] },
        { path: 'open', component: Page },
      ],
    },
  ];
}

describe('a lazy route with a session of its own', () => {
  let router: Router;
  let auth: AuthService;

  async function open(
    config: AuthConfig | AuthConfigFunction = PARTNER,
    ...features: RouterFeatures[]
  ): Promise<void> {
    TestBed.configureTestingModule({
      providers: [
        provideZonelessChangeDetection(),
        provideHttpClient(withInterceptors([authInterceptor])),
        provideAuth({ baseUrl: `${main.url}/auth`, homeUrl: '/account' }),
        provideRouter(
          [
            { path: 'login', component: Page, canActivate: [loginRedirect] },
            { path: 'account', component: Page, canActivate: [ensureAuthenticated] },
            { path: 'partner', loadChildren: () => Promise.resolve(partnerRoutes(config)) },
          ],
          ...features,
        ),
      ],
    });
    await RouterTestingHarness.create();
    router = TestBed.inject(Router);
    auth = TestBed.inject(AuthService);
  }
  const go = async (url: string) => {
    await router.navigateByUrl(url);
    return router.url;
  };
  const urlBecomes = (url: string) => until(() => TestBed.inject(Location).path() === url);
  /** The service that the page of the part was given. */
  const partAuth = async () => {
    await go('/partner/open');
    return Page.auths.at(-1)!;
  };

  beforeEach(async () => {
    localStorage.clear();
    spyOn(console, 'info');
    Page.auths.length = 0;
    await main.reset();
  });

  for (const page of ['home', 'by-class', 'by-match']) {
    it(`leads from ${page} to its own login page, and back from it`, async () => {
      await open();
      await firstValueFrom(auth.login(ADA));
      const login = `/partner/login?returnUrl=%2Fpartner%2F${page}`;
      expect(await go(`/partner/${page}`)).toBe(login);
      await firstValueFrom(Page.auths.at(-1)!.login(ADA));
      await go('/partner/open');
      expect(await go(login)).toBe(`/partner/${page}`);
    });
  }

  it('does not open the pages of the app', async () => {
    await open();
    await firstValueFrom((await partAuth()).login(ADA));
    expect(await go('/account')).toBe('/login?returnUrl=%2Faccount');
    expect(await go('/partner/home')).toBe('/partner/home');
  });

  it('leaves its pages when its own session ends, and those of the app stay', async () => {
    await open();
    const part = await partAuth();
    await firstValueFrom(part.login(ADA));
    await firstValueFrom(auth.login(ADA));
    await go('/partner/home');
    await firstValueFrom(auth.logout());
    expect(router.url).toBe('/partner/home');
    await firstValueFrom(part.logout());
    await urlBecomes('/partner/login?returnUrl=%2Fpartner%2Fhome');
    await firstValueFrom(auth.login(ADA));
    await firstValueFrom(part.login(ADA));
    await go('/account');
    await firstValueFrom(part.logout());
    expect(router.url).toBe('/account');
  });

  it('waits for configuration that is known at run time only', async () => {
    let fulfil!: (config: AuthConfig) => void;
    await open(() => new Promise((resolve) => (fulfil = resolve)));
    const navigation = go('/partner/home');
    await until(() => fulfil);
    expect(router.url).toBe('/');
    fulfil(PARTNER);
    expect(await navigation).toBe('/partner/login?returnUrl=%2Fpartner%2Fhome');
    await firstValueFrom(Page.auths.at(-1)!.login(ADA));
    expect(localStorage.getItem('partner')).toBe(Page.auths.at(-1)!.token());
    expect(auth.isAuthenticated()).toBeFalse();
  });

  it('is closed when the router destroys its injector, and restored at the next visit', async () => {
    await open(PARTNER, withAutoCleanupInjectors());
    const first = await partAuth();
    await firstValueFrom(first.login(ADA));
    await go('/login');
    const second = await partAuth();
    expect(second).not.toBe(first);
    expect([second.status(), second.token()]).toEqual(['authenticated', first.token()]);
  });

  it('fails to open if that configuration does', async () => {
    await open(() => Promise.reject(new Error('no file')));
    await expectAsync(go('/partner/home')).toBeRejectedWithError(/no file/);
    expect(await go('/login')).toBe('/login');
  });
});
