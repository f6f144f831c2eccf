import { TestBed } from '@angular/core/testing';
import { provideRouter, Router, TitleStrategy } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { AuthBackend } from '../../core/backends/auth-backend';
import { flaskJwtAuth } from '../../core/backends/flask-jwt-auth';
import { AuthService } from '../../core/session/auth-service';
import { setUpFakeHttp } from '../../test-support/set-up';
import { authLabelsDe } from '../../labels/auth-labels-de';
import { provideAuthLabels } from '../../labels/provide-auth-labels';
import { authRoutes } from './auth-routes';

const endpoints = {
  ...flaskJwtAuth.endpoints,
  forgotPassword: { path: '/forgot' },
  resetPassword: { path: '/reset' },
  verifyEmail: { path: '/verify' },
  changePassword: { path: '/change' },
};

function setUp(offered: object = endpoints, backend: Partial<AuthBackend> = {}): AuthService {
  return setUpFakeHttp(
    {
      backend: { ...flaskJwtAuth, ...backend, endpoints: offered as typeof endpoints },
      loginUrl: '/account/login',
      homeUrl: '/account/status',
    },
    undefined,
    provideRouter([
      { path: 'account', loadChildren: () => authRoutes() },
      { path: '**', children: [] },
    ]),
    provideAuthLabels(authLabelsDe),
  );
}

/** The selectors of what is shown at a URL. */
async function shownAt(url: string): Promise<{ element: HTMLElement | null; url: string }> {
  const harness = await RouterTestingHarness.create();
  await harness.navigateByUrl(url);
  return { element: harness.routeNativeElement, url: TestBed.inject(Router).url };
}

describe('authRoutes()', () => {
  const open = {
    login: 'auth-login form',
    register: 'auth-register form',
    'forgot-password': 'form',
    'reset-password?token=t': 'auth-reset-password form',
    'verify-email': '[role="alert"]',
  };
  for (const [path, selector] of Object.entries(open)) {
    it(`shows ${path} to a visitor`, async () => {
      setUp();
      const { element } = await shownAt(`/account/${path}`);
      expect(element!.querySelector(selector)).not.toBeNull();
    });
  }

  for (const path of ['status', 'change-password']) {
    it(`keeps visitors from ${path}, and lets users in`, async () => {
      const auth = setUp();
      const { url } = await shownAt(`/account/${path}`);
      expect(url).toBe(`/account/login?returnUrl=%2Faccount%2F${path}`);
      auth.setToken('opaque');
      await TestBed.inject(Router).navigateByUrl(`/account/${path}`);
      expect(TestBed.inject(Router).url).toBe(`/account/${path}`);
    });
  }

  it('links the pages, and keeps the return URL on the way', async () => {
    setUp();
    const { element } = await shownAt('/account/login?returnUrl=%2Fdeep');
    const hrefs = [...element!.querySelectorAll('a')].map((link) => link.getAttribute('href'));
    expect(hrefs).toEqual([
      '/account/forgot-password?returnUrl=%2Fdeep',
      '/account/register?returnUrl=%2Fdeep',
    ]);
  });

  it('links to no new password where users have none', async () => {
    setUp(endpoints, { asksPassword: false });
    const { element } = await shownAt('/account/login');
    const hrefs = [...element!.querySelectorAll('a')].map((link) => link.getAttribute('href'));
    expect(hrefs).toEqual(['/account/register']);
  });

  it('has no pages, and links to none, that the backend has no endpoint for', async () => {
    setUp({ login: endpoints.login });
    const { element } = await shownAt('/account/login');
    expect(element!.querySelector('a')).toBeNull();
    for (const path of ['register', 'forgot-password', 'reset-password', 'verify-email']) {
      await TestBed.inject(Router).navigateByUrl(`/account/${path}`);
      const { snapshot } = TestBed.inject(Router).routerState;
      expect(snapshot.root.firstChild?.routeConfig?.path).toBe('**');
    }
  });

  it('titles the pages in the language of the labels', async () => {
    setUp();
    await shownAt('/account/login');
    const strategy = TestBed.inject(TitleStrategy);
    expect(strategy.buildTitle(TestBed.inject(Router).routerState.snapshot)).toBe(
      authLabelsDe.login.title,
    );
  });
});
