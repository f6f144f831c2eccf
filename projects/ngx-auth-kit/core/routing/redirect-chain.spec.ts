import { Component, inject } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import {
  provideRouter,
  RedirectCommand,
  Route,
  Router,
  Routes,
  withNavigationErrorHandler,
} from '@angular/router';
import { AuthConfig } from '../config/auth-config';
import { ANSWERING_HTTP } from '../../test-support/answering-http';
import { setUpFakeHttp } from '../../test-support/set-up';
import { visit } from '../../test-support/visit';
import { EnsureAuthenticated, ensureAuthenticated } from './ensure-authenticated';
import { ensureUser } from './ensure-user';
import { LoginRedirect, loginRedirect } from './login-redirect';

@Component({ template: '' })
class Page {}

const nobody = ensureUser(() => false);
const page = (path: string, guards: Partial<Route> = {}): Route => ({
  path,
  component: Page,
  ...guards,
});

interface Table {
  readonly name: string;
  readonly config?: Partial<AuthConfig>;
  readonly signedIn?: boolean;
  readonly url: string;
  /** The option that the error names, and its value. */
  readonly names: RegExp;
  readonly routes: Routes;
}

const circles: readonly Table[] = [
  {
    name: 'homeUrl redirects to a page that refuses the user',
    config: { homeUrl: '/' },
    signedIn: true,
    url: '/dashboard',
    names: /"homeUrl" is "\/"/,
    routes: [
      { path: '', pathMatch: 'full', redirectTo: 'dashboard' },
      page('dashboard', { canActivate: [nobody] }),
    ],
  },
  {
    name: 'homeUrl has a query and refuses the user',
    config: { homeUrl: '/home?tab=1' },
    signedIn: true,
    url: '/home',
    names: /"homeUrl" is "\/home\?tab=1"/,
    routes: [page('home', { canActivate: [nobody] })],
  },
  {
    name: 'homeUrl is a child of a page that refuses the user',
    config: { homeUrl: '/shell' },
    signedIn: true,
    url: '/shell/home',
    names: /"homeUrl" is "\/shell"/,
    routes: [
      {
        path: 'shell',
        canActivateChild: [nobody],
        children: [{ path: '', pathMatch: 'full', redirectTo: 'home' }, page('home')],
      },
    ],
  },
  {
    name: 'homeUrl is not routed, and unknown pages lead to the login page',
    signedIn: true,
    url: '/login',
    names: /"homeUrl" is "\/status"/,
    routes: [page('login', { canActivate: [loginRedirect] }), { path: '**', redirectTo: 'login' }],
  },
  {
    name: 'the same by the class form',
    signedIn: true,
    url: '/login',
    names: /"homeUrl" is "\/status"/,
    routes: [page('login', { canActivate: [LoginRedirect] }), { path: '**', redirectTo: 'login' }],
  },
  {
    name: 'the same with a return URL within a return URL',
    signedIn: true,
    url: `/login?returnUrl=${encodeURIComponent(`/a?returnUrl=${encodeURIComponent('/b?returnUrl=/c')}`)}`,
    names: /"homeUrl" is "\/status"/,
    routes: [page('login', { canActivate: [loginRedirect] }), { path: '**', redirectTo: 'login' }],
  },
  {
    name: 'loginUrl is not routed, and unknown pages lead to a guarded one',
    url: '/',
    names: /"loginUrl" is "\/login"/,
    routes: [page('', { canActivate: [ensureAuthenticated] }), { path: '**', redirectTo: '' }],
  },
  {
    name: 'the same by the class form',
    url: '/',
    names: /"loginUrl" is "\/login"/,
    routes: [page('', { canActivate: [EnsureAuthenticated] }), { path: '**', redirectTo: '' }],
  },
  {
    name: 'the same for a role',
    url: '/',
    names: /"loginUrl" is "\/login"/,
    routes: [page('', { canActivate: [nobody] }), { path: '**', redirectTo: '' }],
  },
  {
    name: 'the same behind a lazy route',
    url: '/lazy',
    names: /"loginUrl" is "\/login"/,
    routes: [
      {
        path: 'lazy',
        canActivateChild: [ensureAuthenticated],
        loadChildren: () => Promise.resolve([page('')]),
      },
      { path: '**', redirectTo: 'lazy' },
    ],
  },
  {
    name: 'the login page redirects to a guarded one',
    url: '/home',
    names: /"loginUrl" is "\/login"/,
    routes: [
      { path: 'login', redirectTo: 'sign-in' },
      page('sign-in', { canActivate: [ensureAuthenticated] }),
      page('home', { canActivate: [ensureAuthenticated] }),
    ],
  },
  {
    name: 'the login page is guarded',
    url: '/home',
    names: /"loginUrl" is "\/login"/,
    routes: [
      page('login', { canActivate: [ensureAuthenticated] }),
      page('home', { canActivate: [ensureAuthenticated] }),
    ],
  },
  {
    name: 'the login page is a child of a guarded one',
    url: '/login',
    names: /"loginUrl" is "\/login"/,
    routes: [{ path: '', canActivateChild: [EnsureAuthenticated], children: [page('login')] }],
  },
  {
    name: 'a named outlet is guarded, and the login page keeps it',
    config: { loginUrl: '/login(side:secret)' },
    url: '/login(side:secret)',
    names: /"loginUrl" is "\/login\(side:secret\)"/,
    routes: [page('login'), page('secret', { outlet: 'side', canActivate: [ensureAuthenticated] })],
  },
  {
    name: 'redirectTo leads to the page itself',
    signedIn: true,
    url: '/admin',
    names: /redirectTo" is "\/admin"/,
    routes: [page('admin', { canActivate: [ensureUser(() => false, '/admin')] })],
  },
  {
    name: 'redirectTo leads to a page that leads back',
    signedIn: true,
    url: '/admin',
    names: /redirectTo" is "\/(admin|no-entry)"/,
    routes: [
      page('admin', { canActivate: [ensureUser(() => false, '/no-entry')] }),
      page('no-entry', { canActivate: [ensureUser(() => false, '/admin')] }),
    ],
  },
  {
    name: 'redirectTo leads to the login page with a return URL',
    signedIn: true,
    url: '/login?returnUrl=/admin',
    names: /redirectTo" is "\/login\?returnUrl=\/admin"/,
    routes: [
      page('login', { canActivate: [loginRedirect] }),
      page('admin', { canActivate: [ensureUser(() => false, '/login?returnUrl=/admin')] }),
    ],
  },
  {
    name: 'a guard of the app leads from the login page to a page that refuses',
    url: '/home',
    names: /"loginUrl" is "\/login"/,
    routes: [
      page('login', { canActivate: [() => inject(Router).parseUrl('/home')] }),
      page('home', { canActivate: [ensureAuthenticated] }),
    ],
  },
];

function setUp({ config, signedIn, routes }: Pick<Table, 'config' | 'signedIn' | 'routes'>) {
  const auth = setUpFakeHttp(config, ANSWERING_HTTP, provideRouter(routes));
  if (signedIn) auth.setToken('opaque');
}

/** What this library says on the console. */
function said(): string[] {
  return [console.warn, console.error]
    .flatMap((spy) => (spy as jasmine.Spy).calls.allArgs())
    .map(([message]) => String(message))
    .filter((message) => message.startsWith('ngx-auth-kit'));
}

function silenceConsole(): void {
  spyOn(console, 'warn');
  spyOn(console, 'error');
  spyOn(console, 'info');
}

describe('routes that lead in a circle', () => {
  beforeEach(silenceConsole);

  for (const table of circles) {
    it(`end in one error: ${table.name}`, async () => {
      setUp(table);
      const { navigations, error } = await visit(table.url);
      expect(String(error)).toMatch(table.names);
      expect(String(error)).toMatch(/Use /);
      // The app's own redirects come on top.
      expect(navigations).toBeLessThanOrEqual(table.name.includes('of the app') ? 5 : 3);
      expect(said()).toEqual([]);
    });
  }

  it('end, even if the app answers errors with a redirect to such a page', async () => {
    const toHome = withNavigationErrorHandler(
      () => new RedirectCommand(inject(Router).parseUrl('/home')),
    );
    const routes = [
      page('home', { canActivate: [ensureUser(() => false, '/other')] }),
      page('other', { canActivate: [ensureUser(() => false, '/home')] }),
    ];
    setUpFakeHttp({}, ANSWERING_HTTP, provideRouter(routes, toHome)).setToken('opaque');
    expect((await visit('/home')).error).toBeNull();
  });

  it('leave the page as it is, and the next navigation starts afresh', async () => {
    setUp({
      signedIn: true,
      config: { homeUrl: '/home' },
      routes: [
        page('open'),
        page('home'),
        page('admin', { canActivate: [nobody] }),
        page('circle', { canActivate: [ensureUser(() => false, '/circle?a')] }),
      ],
    });
    await visit('/open');
    expect((await visit('/circle')).url).toBe('/open');
    expect(await visit('/admin')).toEqual({ url: '/home', navigations: 2, error: null });
  });
});

describe('routes that canMatch guards', () => {
  beforeEach(silenceConsole);

  it('may share the path of the login page', async () => {
    const mine = page('login', { canMatch: [ensureAuthenticated], data: { mine: true } });
    setUp({ routes: [mine, page('login', { data: { mine: false } })] });
    expect((await visit('/login')).error).toBeNull();
    expect(TestBed.inject(Router).routerState.root.firstChild?.snapshot.data['mine']).toBeFalse();
    expect(said()).toEqual([]);
  });

  it('may share the path of the home page', async () => {
    const forAdmins = page('home', { canMatch: [nobody] });
    const routes = [forAdmins, page('home'), page('admin', { canActivate: [nobody] })];
    setUp({ signedIn: true, config: { homeUrl: '/home' }, routes });
    expect(await visit('/admin')).toEqual({ url: '/home', navigations: 2, error: null });
    expect(said()).toEqual([]);
  });

  const unmatched: readonly Table[] = [
    {
      name: 'the login page is guarded',
      url: '/login',
      names: /"loginUrl" \("\/login"\)/,
      routes: [page('login', { canMatch: [ensureAuthenticated] })],
    },
    {
      name: 'the home page refuses the user',
      signedIn: true,
      config: { homeUrl: '/' },
      url: '/home',
      names: /"homeUrl" \("\/"\)/,
      routes: [
        { path: '', pathMatch: 'full', redirectTo: 'home' },
        page('home', { canMatch: [nobody] }),
      ],
    },
    {
      name: 'loginUrl is not routed, and unknown pages lead to a guarded one',
      url: '/',
      names: /"loginUrl" \("\/login"\)/,
      routes: [page('', { canMatch: [EnsureAuthenticated] }), { path: '**', redirectTo: '' }],
    },
    {
      name: 'loginUrl is not routed',
      url: '/home',
      names: /"loginUrl" \("\/login"\)/,
      routes: [page('home', { canActivate: [ensureAuthenticated] })],
    },
    {
      name: 'homeUrl is not routed',
      signedIn: true,
      url: '/login',
      names: /"homeUrl" \("\/status"\)/,
      routes: [page('login', { canMatch: [loginRedirect] })],
    },
  ];
  for (const table of unmatched) {
    it(`leave a page that no route matches, which dev mode explains: ${table.name}`, async () => {
      setUp(table);
      const { navigations } = await visit(table.url);
      expect(TestBed.inject(Router).routerState.root.firstChild).toBeNull();
      expect(navigations).toBeLessThanOrEqual(3);
      expect(said()).toEqual([jasmine.stringMatching(table.names)]);
    });
  }
});

describe('routes that lead on', () => {
  beforeEach(silenceConsole);

  it('may do so twice: to the return URL, and to homeUrl if that refuses the user', async () => {
    setUp({
      signedIn: true,
      config: { homeUrl: '/home' },
      routes: [
        page('login', { canActivate: [loginRedirect] }),
        page('admin', { canActivate: [nobody] }),
        page('home', { canActivate: [ensureAuthenticated] }),
      ],
    });
    expect(await visit('/login?returnUrl=/admin')).toEqual({
      url: '/home',
      navigations: 3,
      error: null,
    });
  });

  it('may do so again and again from the page they lead to', async () => {
    const routes = [page('home'), page('admin', { canActivate: [nobody] })];
    setUp({ signedIn: true, config: { homeUrl: '/home' }, routes });
    await visit('/home');
    for (let time = 0; time < 5; time++) {
      expect(await visit('/admin')).toEqual({ url: '/home', navigations: 1, error: null });
    }
  });

  it('count once if several guards of one page say the same', async () => {
    const guards = [ensureAuthenticated, nobody, EnsureAuthenticated];
    const routes = [page('login'), page('admin', { canActivate: guards })];
    setUp({ routes });
    const { url, navigations } = await visit('/admin');
    expect([url, navigations]).toEqual(['/login?returnUrl=%2Fadmin', 2]);
  });

  it("may follow redirects of the app's own guards", async () => {
    const to = (url: string) => ({ canActivate: [() => inject(Router).parseUrl(url)] });
    setUp({
      routes: [
        page('a', to('/b')),
        page('b', to('/c')),
        page('c', { canActivate: [ensureAuthenticated] }),
        page('login'),
      ],
    });
    expect(await visit('/a')).toEqual({
      url: '/login?returnUrl=%2Fc',
      navigations: 4,
      error: null,
    });
  });
});
