import { HttpTestingController } from '@angular/common/http/testing';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router, Routes } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { flaskJwtAuth } from '../backends/flask-jwt-auth';
import { AuthBackend } from '../backends/auth-backend';
import { BASE_URL, setUpFakeHttp } from '../../test-support/set-up';
import { until } from '../../test-support/until';
import { ensureAuthenticated } from './ensure-authenticated';
import { loginRedirect } from './login-redirect';

@Component({ template: 'page' })
class Page {}

const backend: AuthBackend = { ...flaskJwtAuth, session: 'cookie' };

function routes(...loginGuards: (typeof loginRedirect)[]): Routes {
  return [
    { path: 'login', component: Page, canActivate: loginGuards },
    { path: 'status', component: Page, canActivate: [ensureAuthenticated] },
    { path: 'account', component: Page, canActivate: [ensureAuthenticated] },
    { path: 'open', component: Page },
  ];
}

async function answer(status: number): Promise<void> {
  const http = TestBed.inject(HttpTestingController);
  const check = await until(() => http.match(`${BASE_URL}/status`)[0]);
  check.flush(status === 200 ? { data: { user_id: 1 } } : null, { status, statusText: 'Said' });
}

/** Visits a page while the server answers 503, and comes back to it when it answers again. */
async function visit(url: string, ...loginGuards: (typeof loginRedirect)[]) {
  const auth = setUpFakeHttp({ backend }, undefined, provideRouter(routes(...loginGuards)));
  const harness = await RouterTestingHarness.create();
  // The question of the start; a guard that comes after it asks again.
  await answer(503);
  const visited = harness.navigateByUrl(url);
  if (!url.startsWith('/login')) await answer(503);
  await visited;
  const router = TestBed.inject(Router);
  return { auth, router, harness, shown: router.url };
}

function comeOnline(): Promise<void> {
  dispatchEvent(new Event('online'));
  return answer(200);
}

describe('a page that was refused because the server could not be reached', () => {
  for (const [what, guards] of [
    ['guarded', [loginRedirect]],
    ['not guarded', []],
  ] as const) {
    it(`appears once the server says who is signed in (login page ${what})`, async () => {
      const { auth, router, shown } = await visit('/account?tab=1', ...guards);
      expect(shown).toBe('/login?returnUrl=%2Faccount%3Ftab%3D1');
      expect(auth.status()).toBe('pending');
      await comeOnline();
      await until(() => router.url === '/account?tab=1');
      expect(auth.status()).toBe('authenticated');
    });
  }

  it('appears also after the login page was loaded again', async () => {
    const { router } = await visit('/login?returnUrl=%2Faccount', loginRedirect);
    expect(router.url).toBe('/login?returnUrl=%2Faccount');
    await comeOnline();
    await until(() => router.url === '/account');
  });

  it('does not appear if the user has gone elsewhere meanwhile', async () => {
    const { auth, router, harness } = await visit('/account', loginRedirect);
    await harness.navigateByUrl('/open');
    await comeOnline();
    await until(() => auth.isAuthenticated());
    await harness.fixture.whenStable();
    expect(router.url).toBe('/open');
  });

  it('stays refused if nobody is signed in', async () => {
    const { auth, router } = await visit('/account', loginRedirect);
    dispatchEvent(new Event('online'));
    await answer(401);
    await until(() => auth.status() === 'anonymous');
    expect(router.url).toBe('/login?returnUrl=%2Faccount');
  });
});
