import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { bootstrapApplication } from '@angular/platform-browser';
import { provideRouter } from '@angular/router';
import { authInterceptor, ensureAuthenticated, provideAuth } from 'ngx-auth-kit';
import { App, Page } from './app';

void bootstrapApplication(App, {
  providers: [
    provideRouter([{ path: '', component: Page, canActivate: [ensureAuthenticated] }]),
    provideHttpClient(withInterceptors([authInterceptor])),
    provideAuth({ baseUrl: '/api' }),
  ],
});
