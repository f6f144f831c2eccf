import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router, Routes } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { LoginHarness, RegisterHarness } from 'ngx-auth-kit/testing';
import { ensureUser } from '../core/routing/ensure-user';
import { loginRedirect } from '../core/routing/login-redirect';
import { ANSWERING_HTTP } from '../test-support/answering-http';
import { setUpFakeHttp } from '../test-support/set-up';
import { until } from '../test-support/until';
import { follow, Visit } from '../test-support/visit';
import { LoginComponent } from './login/login-component';
import { RegisterComponent } from './register/register-component';

const HOME = '/home?tab=1';
const details = { identifier: 'ada@example.com', password: 'secret' };

const routes: Routes = [
  { path: 'login', component: LoginComponent, canActivate: [loginRedirect] },
  { path: 'register', component: RegisterComponent, canActivate: [loginRedirect] },
  { path: 'home', children: [] },
  { path: 'x', children: [] },
  { path: 'admin', children: [], canActivate: [ensureUser(() => false)] },
  {
    path: 'lazy',
    loadChildren: () => Promise.resolve([{ path: 'inside', children: [] }]),
  },
];

/** Signs in on a page of the library. */
async function signInAt(page: 'login' | 'register', returnUrl: string): Promise<Visit> {
  setUpFakeHttp({ homeUrl: HOME }, ANSWERING_HTTP, provideRouter(routes));
  const url = `/${page}?returnUrl=${encodeURIComponent(returnUrl)}`;
  const { fixture } = await RouterTestingHarness.create(url);
  const loader = TestbedHarnessEnvironment.loader(fixture);
  const router = TestBed.inject(Router);
  return follow(async () => {
    if (page === 'login') await (await loader.getHarness(LoginHarness)).signIn(details);
    else await (await loader.getHarness(RegisterHarness)).register(details);
    await until(() => router.url !== url && router.currentNavigation() === null);
  });
}

for (const page of ['login', 'register'] as const) {
  describe(`after sign-in on the ${page} page`, () => {
    for (const returnUrl of ['/nowhere', '/x(foo:bar)', '/lazy/nowhere', '/(logout)', '/a(b']) {
      it(`homeUrl is shown instead of ${returnUrl}`, async () => {
        expect(await signInAt(page, returnUrl)).toEqual({ url: HOME, navigations: 1, error: null });
      });
    }

    for (const returnUrl of ['/x?a=b#c', '/lazy/inside']) {
      it(`${returnUrl} is shown`, async () => {
        const visit = { url: returnUrl, navigations: 1, error: null };
        expect(await signInAt(page, returnUrl)).toEqual(visit);
      });
    }

    it('homeUrl is shown if the return URL refuses the user', async () => {
      expect(await signInAt(page, '/admin')).toEqual({ url: HOME, navigations: 2, error: null });
    });
  });
}
