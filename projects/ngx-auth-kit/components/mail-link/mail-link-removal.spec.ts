import { APP_BASE_HREF, Location } from '@angular/common';
import { HttpTestingController } from '@angular/common/http/testing';
import { Component, inject, PLATFORM_ID, Provider } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import {
  ActivatedRouteSnapshot,
  BaseRouteReuseStrategy,
  NavigationEnd,
  NavigationStart,
  provideRouter,
  QueryParamsHandling,
  Route,
  Router,
  RouteReuseStrategy,
  RouterFeatures,
  RouterLink,
  RouterOutlet,
  Routes,
  withComponentInputBinding,
  withHashLocation,
  withRouterConfig,
} from '@angular/router';
import { EMPTY } from 'rxjs';
import { flaskJwtAuth } from '../../core/backends/flask-jwt-auth';
import { open, Screen } from '../../test-support/screen';
import { BASE_URL, setUpFakeHttp } from '../../test-support/set-up';
import { ResetPasswordComponent } from '../reset-password/reset-password-component';
import { authRoutes } from '../routes/auth-routes';

const ENDPOINTS = {
  ...flaskJwtAuth.endpoints,
  forgotPassword: { path: '/forgot-password' },
  resetPassword: { path: '/reset-password' },
  verifyEmail: { path: '/verify-email' },
};

/** An app with links of its own around the pages. */
@Component({
  imports: [RouterLink, RouterOutlet],
  template: `
    <a id="default" routerLink="/help">help</a>
    <a id="explicit" routerLink="/help" queryParamsHandling="preserve">help</a>
    <router-outlet />
  `,
})
class App {}

const router = () => TestBed.inject(Router);
const http = () => TestBed.inject(HttpTestingController);
const sent = (path: string) => http().match(`${BASE_URL}${path}`);

function setUp(
  routes: Routes = authRoutes(),
  providers: Provider[] = [],
  ...features: RouterFeatures[]
): void {
  setUpFakeHttp(
    { backend: { ...flaskJwtAuth, endpoints: ENDPOINTS } },
    undefined,
    provideRouter([...routes, { path: '**', children: [] }], ...features),
    providers as never,
  );
}

/** The app, after a mail's link was followed. */
async function follow(url: string): Promise<Screen<App>> {
  const screen = await open(App);
  await go(screen, url);
  return screen;
}

async function go(screen: Screen<App>, url: string): Promise<void> {
  await router()
    .navigateByUrl(url)
    .catch(() => undefined);
  await screen.fixture.whenStable();
}

/** Whatever tells the URL of the page that is shown. */
function everyUrl(screen: Screen<App>): string {
  const { routerState, url } = router();
  const snapshots: ActivatedRouteSnapshot[] = [routerState.snapshot.root];
  for (const snapshot of snapshots) snapshots.push(...snapshot.children);
  return JSON.stringify([
    url,
    routerState.snapshot.url,
    snapshots.map(({ queryParams }) => queryParams),
    router().createUrlTree([], { queryParamsHandling: 'preserve' }).toString(),
    router().createUrlTree(['/help'], { queryParamsHandling: 'merge' }).toString(),
    TestBed.inject(Location).path(true),
    TestBed.inject(Location).getState(),
    screen.host.innerHTML,
  ]);
}

async function reset(screen: Screen<App>): Promise<unknown> {
  screen.type('password', 'secret');
  await screen.submit();
  return sent('/reset-password').map(({ request }) => request.body as unknown);
}

const LINK = 'token=t0k3n&uid=u1d&email=m4il@example.com';
const BODY = { token: 't0k3n', uid: 'u1d', email: 'm4il@example.com', password: 'secret' };
const SECRETS = /t0k3n|u1d|m4il/;

/** An app that makes each page anew. */
class NeverReused extends BaseRouteReuseStrategy {
  override shouldReuseRoute(): boolean {
    return false;
  }
}
const neverReused = { provide: RouteReuseStrategy, useClass: NeverReused };

describe('the link of a mail', () => {
  for (const handling of ['preserve', 'merge', 'replace'] as QueryParamsHandling[]) {
    describe(`in an app whose links ${handling} query parameters`, () => {
      const config = withRouterConfig({ defaultQueryParamsHandling: handling });

      it('is in no URL, router state, history entry or link once its page is shown', async () => {
        setUp(undefined, [], config);
        const screen = await follow(`/reset-password?${LINK}&a=b#c`);
        expect(everyUrl(screen)).not.toMatch(SECRETS);
        expect(router().url).toBe('/reset-password?a=b#c');
        expect(await reset(screen)).toEqual([BODY]);
      });

      it('does not follow the user to the next page', async () => {
        setUp(undefined, [], config);
        for (const page of ['/reset-password', '/verify-email']) {
          const screen = await follow(`${page}?${LINK}`);
          for (const { id, href } of screen.all<HTMLAnchorElement>('a')) {
            expect(href).withContext(id).not.toMatch(SECRETS);
          }
          await screen.click(screen.find('#default')!);
          expect(router().url).toBe('/help');
          screen.fixture.destroy();
        }
      });

      it('leaves the next page what else is in the URL, by the links of the app only', async () => {
        setUp(undefined, [], config);
        const screen = await follow(`/reset-password?${LINK}&a=b`);
        const hrefs = screen.all('a').map((link) => link.getAttribute('href'));
        const inherits = handling !== 'replace';
        expect(hrefs).toEqual([inherits ? '/help?a=b' : '/help', '/help?a=b', '/forgot-password']);
      });
    });
  }

  it('is sent once, by the page that stays', async () => {
    setUp();
    const screen = await follow(`/verify-email?${LINK}`);
    const [call, ...others] = sent('/verify-email');
    expect([call!.cancelled, others]).toEqual([false, []]);
    call!.flush({ status: 'success' });
    await screen.fixture.whenStable();
    expect(screen.text).toContain('Your e-mail address is confirmed.');
  });

  it('takes one navigation, which replaces the history entry', async () => {
    setUp();
    const screen = await open(App);
    const back: boolean[] = [];
    const urls: string[] = [];
    router().events.subscribe((event) => {
      if (event instanceof NavigationEnd) urls.push(event.urlAfterRedirects);
      if (event instanceof NavigationStart)
        back.push(!!router().currentNavigation()!.extras.replaceUrl);
    });
    await go(screen, `/reset-password?${LINK}`);
    expect(urls).toEqual([`/reset-password?${LINK}`, '/reset-password']);
    expect(back).toEqual([false, true]);
    await go(screen, '/reset-password?token=second');
    expect(urls.slice(2)).toEqual(['/reset-password?token=second', '/reset-password']);
    expect(await reset(screen)).toEqual([
      { token: 'second', uid: undefined, email: undefined, password: 'secret' },
    ]);
  });

  it('leaves the component and what was typed where they are', async () => {
    setUp();
    const screen = await follow(`/reset-password?${LINK}`);
    const input = screen.input('password');
    screen.type('password', 'typed');
    await go(screen, `/reset-password?${LINK}&a=b`);
    expect(router().url).toBe('/reset-password?a=b');
    expect(screen.input('password')).toBe(input);
    expect(input.value).toBe('typed');
  });

  it('keeps the state of the history entry', async () => {
    setUp();
    const screen = await open(App);
    await router().navigateByUrl(`/reset-password?${LINK}`, { state: { from: 'mail' } });
    await screen.fixture.whenStable();
    expect(TestBed.inject(Location).getState()).toEqual(jasmine.objectContaining({ from: 'mail' }));
  });

  for (const [what, path, features, providers] of [
    ['behind the hash', '/reset-password', [withHashLocation()], []],
    ['below a base href', '/reset-password', [], [{ provide: APP_BASE_HREF, useValue: '/app/' }]],
    [
      'with a URL set early',
      '/reset-password',
      [withRouterConfig({ urlUpdateStrategy: 'eager' })],
      [],
    ],
    [
      'with computed history',
      '/reset-password',
      [withRouterConfig({ canceledNavigationResolution: 'computed' })],
      [],
    ],
    ['bound to inputs', '/reset-password', [withComponentInputBinding()], []],
    ['bound to its own inputs', '/own', [withComponentInputBinding()], []],
    ['made anew for each URL', '/reset-password', [], [neverReused]],
    ['made anew and bound to inputs', '/own', [withComponentInputBinding()], [neverReused]],
  ] as [string, string, RouterFeatures[], Provider[]][]) {
    it(`is taken out of a page ${what}, which still knows it`, async () => {
      const own: Route = { path: 'own', component: ResetPasswordComponent };
      setUp([own, ...authRoutes()], providers, ...features);
      const screen = await follow(`${path}?${LINK}&a=b`);
      expect(everyUrl(screen)).not.toMatch(SECRETS);
      expect(router().url).toBe(`${path}?a=b`);
      expect(await reset(screen)).toEqual([BODY]);
    });
  }

  for (const [what, features] of [
    ['the router', []],
    ['the router, which binds inputs', [withComponentInputBinding()]],
  ] as [string, RouterFeatures[]][]) {
    it(`is sent once where ${what} makes its page anew`, async () => {
      setUp(undefined, [neverReused], ...features);
      const screen = await follow(`/verify-email?${LINK}`);
      const calls = sent('/verify-email');
      expect(calls.map(({ cancelled }) => cancelled)).toEqual([false]);
      calls[0]!.flush({ status: 'success' });
      await screen.fixture.whenStable();
      expect(screen.text).toContain('Your e-mail address is confirmed.');
    });
  }

  it('is forgotten once its page is left', async () => {
    setUp();
    const screen = await follow(`/reset-password?${LINK}`);
    await go(screen, '/help');
    await go(screen, '/reset-password');
    expect(screen.alert).toBe('This link has expired or has been used before.');
  });

  it('is not handed to a component that appears later on the page', async () => {
    @Component({ imports: [ResetPasswordComponent], template: '<auth-reset-password />' })
    class Page {}
    setUp([{ path: 'here', children: [] }]);
    await router().navigateByUrl(`/here?${LINK}`);
    const first = await open(Page);
    expect(first.alert).toBeNull();
    first.fixture.destroy();
    await first.fixture.whenStable();
    expect((await open(Page)).alert).toBe('This link has expired or has been used before.');
  });

  it('is left to the server, whose answer is not about another URL', async () => {
    setUp(undefined, [{ provide: PLATFORM_ID, useValue: 'server' }]);
    const screen = await open(App);
    await router().navigateByUrl(`/reset-password?${LINK}`);
    await screen.fixture.whenStable();
    expect(TestBed.inject(Location).path()).toContain('t0k3n');
    expect(screen.find('form')).not.toBeNull();
  });
});

describe('the link of a mail to a page with guards', () => {
  const page = (route: Route): Routes => [
    { path: 'here', component: ResetPasswordComponent, ...route },
    { path: 'here', children: [] },
  ];
  const hasToken = (route: ActivatedRouteSnapshot) => route.queryParamMap.has('token');
  const harmful: readonly [what: string, routes: () => Routes][] = [
    [
      'that refuses the URL without it',
      () => page({ runGuardsAndResolvers: 'always', canActivate: [hasToken] }),
    ],
    [
      'that leads elsewhere without it',
      () =>
        page({
          runGuardsAndResolvers: 'always',
          canActivate: [(route) => hasToken(route) || inject(Router).parseUrl('/elsewhere')],
        }),
    ],
    [
      'that takes another route without it',
      () =>
        page({
          canMatch: [
            () => inject(Router).currentNavigation()!.extractedUrl.queryParamMap.has('token'),
          ],
        }),
    ],
    [
      'that throws without it',
      () =>
        page({
          runGuardsAndResolvers: 'paramsOrQueryParamsChange',
          canActivate: [
            (route) => hasToken(route) || Promise.reject(new Error('no token for the guard')),
          ],
        }),
    ],
    [
      'that does not let go of the page',
      () => page({ runGuardsAndResolvers: 'always', canDeactivate: [() => false] }),
    ],
    [
      'whose resolver brings nothing without it',
      () =>
        page({
          runGuardsAndResolvers: 'always',
          resolve: { data: (route: ActivatedRouteSnapshot) => (hasToken(route) ? 1 : EMPTY) },
        }),
    ],
  ];

  for (const [what, routes] of harmful) {
    it(`${what} still leaves the address bar, and its page stays`, async () => {
      setUp(routes());
      const screen = await follow(`/here?${LINK}&a=b`);
      expect(TestBed.inject(Location).path()).toBe('/here?a=b');
      expect(await reset(screen)).toEqual([BODY]);
    });
  }

  it('is tried to be taken out once', async () => {
    const guard = jasmine.createSpy().and.callFake(hasToken);
    setUp(page({ runGuardsAndResolvers: 'always', canActivate: [guard] }));
    const screen = await follow(`/here?${LINK}`);
    expect(guard).toHaveBeenCalledTimes(2);
    await screen.fixture.whenStable();
    expect(guard).toHaveBeenCalledTimes(2);
  });

  it('does not stop the app from going on at once', async () => {
    @Component({ imports: [ResetPasswordComponent], template: '<auth-reset-password />' })
    class Page {
      constructor() {
        void inject(Router).navigateByUrl('/elsewhere');
      }
    }
    setUp([{ path: 'here', component: Page }]);
    const screen = await follow(`/here?${LINK}`);
    expect(router().url).toBe('/elsewhere');
    expect(everyUrl(screen)).not.toMatch(SECRETS);
  });
});
