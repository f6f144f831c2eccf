import { HttpClient, provideHttpClient, withInterceptors } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import type { Routes } from '@angular/router';
import { map } from 'rxjs';
import {
  authInterceptor,
  AuthService,
  ensureAuthenticated,
  provideAuth,
  withOwnSession,
} from 'ngx-auth-kit/core';

const baseUrl = '/mock/flask-jwt-auth';

interface Echo {
  readonly headers: Readonly<Record<string, string>>;
}

@Component({
  selector: 'test-partner-login',
  template: `
    <h1>Partner login</h1>
    <p data-testid="partner-status">{{ auth.status() }}</p>
    <button type="button" (click)="signIn()">Sign in to the partner</button>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
class PartnerLogin {
  protected readonly auth = inject(AuthService);

  protected signIn(): void {
    this.auth
      .login({ email: 'ada@example.com', password: 'correct horse battery' })
      .subscribe({ error: () => undefined });
  }
}

@Component({
  selector: 'test-partner-page',
  template: `
    <h1>Partner</h1>
    <p data-testid="partner-status">{{ auth.status() }}</p>
    <p data-testid="token-sent">{{ isOwn() }}</p>
    <button type="button" (click)="auth.logout().subscribe()">Sign out of the partner</button>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
class PartnerPage {
  protected readonly auth = inject(AuthService);
  readonly #sent = inject(HttpClient).get<Echo>(`${baseUrl}/__mock/echo`);
  protected readonly isOwn = toSignal(
    this.#sent.pipe(
      map(({ headers }) => headers['authorization'] === `Bearer ${this.auth.token()}`),
    ),
  );
}

/** A part of the app at another backend, with a session of its own. */
export const partnerRoutes: Routes = [
  {
    path: '',
    providers: [
      provideHttpClient(withInterceptors([authInterceptor])),
      provideAuth(
        {
          baseUrl: `${baseUrl}/auth`,
          allowedUrls: [baseUrl],
          tokenKey: 'partner',
          loginUrl: '/partner/login',
          homeUrl: '/partner',
        },
        withOwnSession(),
      ),
    ],
    children: [
      { path: '', pathMatch: 'full', component: PartnerPage, canActivate: [ensureAuthenticated] },
      { path: 'login', component: PartnerLogin },
    ],
  },
];
