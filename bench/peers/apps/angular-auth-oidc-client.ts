import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { bootstrapApplication } from '@angular/platform-browser';
import { provideRouter } from '@angular/router';
import {
  authInterceptor,
  autoLoginPartialRoutesGuard,
  OidcSecurityService,
  provideAuth,
} from 'angular-auth-oidc-client';
import { App, pages, Session } from '../../apps/app';

@Injectable()
class OidcSession extends Session {
  private readonly oidc = inject(OidcSecurityService);

  override isAuthenticated(): boolean {
    return this.oidc.authenticated().isAuthenticated;
  }

  override logIn(): void {
    this.oidc.authorize();
  }
}

void bootstrapApplication(App, {
  providers: [
    provideRouter(pages(autoLoginPartialRoutesGuard)),
    provideHttpClient(withInterceptors([authInterceptor()])),
    provideAuth({
      config: {
        authority: 'https://issuer.example',
        clientId: 'bench',
        redirectUrl: location.origin,
        responseType: 'code',
        scope: 'openid profile',
        secureRoutes: ['/api'],
      },
    }),
    { provide: Session, useClass: OidcSession },
  ],
});
