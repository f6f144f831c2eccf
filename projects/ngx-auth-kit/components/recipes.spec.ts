import { Component, inject } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { ActivatedRoute, provideRouter, Router } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { firstValueFrom } from 'rxjs';
import { ensureAuthenticated } from '../core/routing/ensure-authenticated';
import { AuthService } from '../core/session/auth-service';
import { ANSWERING_HTTP } from '../test-support/answering-http';
import { setUpFakeHttp } from '../test-support/set-up';
import { LoginComponent } from './login/login-component';

/** As in docs/recipes.md. */
@Component({
  imports: [LoginComponent],
  template: `
    <auth-login>
      <h1 authTitle>{{ tenant }}</h1>
    </auth-login>
  `,
})
class TenantLogin {
  readonly #wanted = inject(ActivatedRoute).snapshot.queryParamMap.get('returnUrl') ?? '';
  protected readonly tenant = this.#wanted.split(/[/?#]/)[1] || 'Sign in';
}

@Component({
  template: `
    @switch (auth.status()) {
      @case ('authenticated') {
        dashboard
      }
      @case ('anonymous') {
        landing
      }
    }
  `,
})
class Start {
  protected readonly auth = inject(AuthService);
}

describe('the recipe', () => {
  for (const [url, title] of [
    ['/acme/things?a=b', 'acme'],
    ['/acme', 'acme'],
    ['/', 'Sign in'],
    ['/login', 'Sign in'],
  ] as const) {
    it(`of a login page by tenant says “${title}” to visitors of ${url}`, async () => {
      const guarded = { children: [], canActivate: [ensureAuthenticated] };
      const routes = [
        { path: 'login', component: TenantLogin },
        { path: '', pathMatch: 'full' as const, ...guarded },
        { path: ':tenant', ...guarded },
        { path: ':tenant/things', ...guarded },
      ];
      setUpFakeHttp({}, ANSWERING_HTTP, provideRouter(routes));
      const { routeNativeElement } = await RouterTestingHarness.create(url);
      expect(routeNativeElement!.querySelector('h1')!.textContent).toBe(title);
    });
  }

  it('of one address for visitors and users follows the session without a navigation', async () => {
    const routes = [{ path: '', component: Start }];
    const auth = setUpFakeHttp({ homeUrl: '/' }, ANSWERING_HTTP, provideRouter(routes));
    const harness = await RouterTestingHarness.create('/');
    const shown = async () => {
      await harness.fixture.whenStable();
      return harness.routeNativeElement!.textContent.trim();
    };
    expect(await shown()).toBe('landing');
    auth.setToken('opaque');
    expect(await shown()).toBe('dashboard');
    await firstValueFrom(auth.logout());
    expect(await shown()).toBe('landing');
    expect(TestBed.inject(Router).url).toBe('/');
  });
});
