import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { bootstrapApplication } from '@angular/platform-browser';
import { provideRouter } from '@angular/router';
import {
  authInterceptor,
  ensureAuthenticated,
  ensureUser,
  flaskJwtExtended,
  LoginComponent,
  loginRedirect,
  provideAuth,
  RegisterComponent,
  StatusComponent,
  withIdleTimeout,
  withStatusCheck,
  withTokenRefresh,
} from 'ngx-auth-kit';
import { App, Page, pages, Session } from './app';
import { KitSession } from './kit-session';

void bootstrapApplication(App, {
  providers: [
    provideRouter([
      ...pages(ensureAuthenticated),
      {
        path: 'admin',
        component: Page,
        canActivate: [ensureUser((user) => user['admin'] === true)],
      },
      { path: 'login', component: LoginComponent, canActivate: [loginRedirect] },
      { path: 'register', component: RegisterComponent, canActivate: [loginRedirect] },
      { path: 'status', component: StatusComponent, canActivate: [ensureAuthenticated] },
    ]),
    provideHttpClient(withInterceptors([authInterceptor])),
    provideAuth(
      { baseUrl: '/api', backend: flaskJwtExtended },
      withTokenRefresh(),
      withStatusCheck(),
      withIdleTimeout({ after: 900 }),
    ),
    { provide: Session, useClass: KitSession },
  ],
});
