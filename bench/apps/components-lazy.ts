import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { bootstrapApplication } from '@angular/platform-browser';
import { provideRouter } from '@angular/router';
import { authInterceptor, ensureAuthenticated, provideAuth } from 'ngx-auth-kit';
import { App, pages, Session } from './app';
import { KitSession } from './kit-session';

void bootstrapApplication(App, {
  providers: [
    provideRouter([
      ...pages(ensureAuthenticated),
      { path: '', loadChildren: () => import('./component-routes') },
    ]),
    provideHttpClient(withInterceptors([authInterceptor])),
    provideAuth({ baseUrl: '/api' }),
    { provide: Session, useClass: KitSession },
  ],
});
