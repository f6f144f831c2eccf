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
import { App, Page } from './app';

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
