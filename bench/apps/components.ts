import { HttpClient, provideHttpClient, withInterceptors } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { bootstrapApplication } from '@angular/platform-browser';
import { provideRouter, RouterOutlet } from '@angular/router';
import {
  authInterceptor,
  AuthService,
  ensureAuthenticated,
  LoginComponent,
  provideAuth,
  RegisterComponent,
  StatusComponent,
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
    provideRouter([
      { path: '', component: Page, canActivate: [ensureAuthenticated] },
      { path: 'login', component: LoginComponent },
      { path: 'register', component: RegisterComponent },
      { path: 'status', component: StatusComponent },
    ]),
    provideHttpClient(withInterceptors([authInterceptor])),
    provideAuth({ baseUrl: '/api' }),
  ],
});
