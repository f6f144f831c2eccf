import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { bootstrapApplication } from '@angular/platform-browser';
import { provideRouter } from '@angular/router';
import {
  authGuardFn,
  authHttpInterceptorFn,
  AuthService,
  provideAuth0,
} from '@auth0/auth0-angular';
import { App, pages, Session } from '../../apps/app';

@Injectable()
class Auth0Session extends Session {
  private readonly auth = inject(AuthService);

  override readonly isAuthenticated = toSignal(this.auth.isAuthenticated$, { initialValue: false });

  override logIn(): void {
    this.auth.loginWithRedirect().subscribe();
  }
}

void bootstrapApplication(App, {
  providers: [
    provideRouter(pages(authGuardFn)),
    provideHttpClient(withInterceptors([authHttpInterceptorFn])),
    provideAuth0({
      domain: 'issuer.example',
      clientId: 'bench',
      authorizationParams: { redirect_uri: location.origin },
      httpInterceptor: { allowedList: ['/api/*'] },
    }),
    { provide: Session, useClass: Auth0Session },
  ],
});
