import { HttpClient, provideHttpClient, withInterceptors } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { bootstrapApplication } from '@angular/platform-browser';
import { provideRouter, RouterOutlet } from '@angular/router';
import {
  authInterceptor,
  AuthService,
  ensureAuthenticated,
  flaskJwtExtended,
  provideAuth,
  withTokenRefresh,
} from 'ngx-auth-kit';

@Component({
  selector: 'bench-page',
  template: 'page',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
class Page {}

@Component({
  selector: 'bench-root',
  imports: [RouterOutlet],
  template: '{{ auth.isAuthenticated() }}<router-outlet />',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
class App {
  protected readonly auth = inject(AuthService);

  constructor() {
    inject(HttpClient).get('/api').subscribe();
    this.auth.login({}).subscribe();
  }
}

void bootstrapApplication(App, {
  providers: [
    provideRouter([{ path: '', component: Page, canActivate: [ensureAuthenticated] }]),
    provideHttpClient(withInterceptors([authInterceptor])),
    provideAuth({ baseUrl: '/api', backend: flaskJwtExtended }, withTokenRefresh()),
  ],
});
