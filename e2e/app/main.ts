import {
  HttpClient,
  HttpErrorResponse,
  provideHttpClient,
  withInterceptors,
} from '@angular/common/http';
import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { bootstrapApplication } from '@angular/platform-browser';
import { provideRouter, RouterLink, RouterOutlet, withRouterConfig } from '@angular/router';
import { lastValueFrom, Observable } from 'rxjs';
import {
  AuthError,
  authInterceptor,
  AuthService,
  ensureAuthenticated,
  provideAuth,
  withTokenRefresh,
} from 'ngx-auth-kit/core';
import { BACKENDS, PROTECTED_URL } from './backends';

const { backend, storage, preservesQuery } = window.appOptions;

@Component({
  selector: 'test-home-page',
  template: `
    <h1>Home</h1>
    <p data-testid="status">{{ auth.status() }}</p>
    <button type="button" (click)="signIn()">Sign in</button>
    <button type="button" (click)="auth.logout().subscribe()">Sign out</button>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
class HomePage {
  protected readonly auth = inject(AuthService);

  protected signIn(): void {
    const password = 'correct horse battery';
    this.auth
      .login({ username: 'ada', email: 'ada@example.com', password })
      .subscribe({ error: () => undefined });
  }
}

@Component({
  selector: 'test-private-page',
  template: '<h1>Private</h1>',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
class PrivatePage {}

@Component({
  selector: 'test-root',
  imports: [RouterLink, RouterOutlet],
  template: `
    <nav>
      <a routerLink="/">Home</a> <a routerLink="/private">Private</a>
      <a routerLink="/partner">Partner</a>
    </nav>
    <router-outlet />
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
class App {
  constructor() {
    const auth = inject(AuthService);
    const http = inject(HttpClient);
    window.testApp = {
      refresh: () => outcomeOf(auth.refresh()),
      ask: () => outcomeOf(http.get(PROTECTED_URL[backend])),
    };
  }
}

/** `ok`, else the code or the status of the failure. */
async function outcomeOf(source: Observable<unknown>): Promise<string> {
  try {
    await lastValueFrom(source, { defaultValue: undefined });
    return 'ok';
  } catch (error) {
    const { code, status } = error as Partial<AuthError & HttpErrorResponse>;
    return String(code ?? status);
  }
}

const routes = [
  { path: '', pathMatch: 'full' as const, component: HomePage },
  { path: 'private', component: PrivatePage, canActivate: [ensureAuthenticated] },
  // Not part of what every tab has to compile.
  {
    path: 'partner',
    loadChildren: () => import('./partner').then(({ partnerRoutes }) => partnerRoutes),
  },
  {
    path: '',
    loadChildren: () => import('ngx-auth-kit/components').then(({ authRoutes }) => authRoutes()),
  },
];

bootstrapApplication(App, {
  providers: [
    provideRouter(
      routes,
      withRouterConfig(preservesQuery ? { defaultQueryParamsHandling: 'preserve' } : {}),
    ),
    provideHttpClient(withInterceptors([authInterceptor])),
    provideAuth({ ...BACKENDS[backend], storage, homeUrl: '/' }, withTokenRefresh()),
  ],
}).catch((error: unknown) => console.error(error));
