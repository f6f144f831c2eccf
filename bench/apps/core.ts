import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { bootstrapApplication } from '@angular/platform-browser';
import { provideRouter } from '@angular/router';
import { authInterceptor, ensureAuthenticated, provideAuth } from 'ngx-auth-kit';
import { App, pages, Session } from './app';
import { KitSession } from './kit-session';

void bootstrapApplication(App, {
  providers: [
    provideRouter(pages(ensureAuthenticated)),
    provideHttpClient(withInterceptors([authInterceptor])),
    provideAuth({ baseUrl: '/api' }),
    { provide: Session, useClass: KitSession },
  ],
});
