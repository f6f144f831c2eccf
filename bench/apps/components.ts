import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { bootstrapApplication } from '@angular/platform-browser';
import { provideRouter } from '@angular/router';
import {
  authInterceptor,
  ensureAuthenticated,
  LoginComponent,
  provideAuth,
  RegisterComponent,
  StatusComponent,
} from 'ngx-auth-kit';
import { App, pages, Session } from './app';
import { KitSession } from './kit-session';

void bootstrapApplication(App, {
  providers: [
    provideRouter([
      ...pages(ensureAuthenticated),
      { path: 'login', component: LoginComponent },
      { path: 'register', component: RegisterComponent },
      { path: 'status', component: StatusComponent },
    ]),
    provideHttpClient(withInterceptors([authInterceptor])),
    provideAuth({ baseUrl: '/api' }),
    { provide: Session, useClass: KitSession },
  ],
});
