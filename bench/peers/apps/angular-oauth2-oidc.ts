import { provideHttpClient, withInterceptorsFromDi } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { bootstrapApplication } from '@angular/platform-browser';
import { provideRouter, Router } from '@angular/router';
import { OAuthService, provideOAuthClient } from 'angular-oauth2-oidc';
import { App, pages, Session } from '../../apps/app';

@Injectable()
class OAuthSession extends Session {
  private readonly oauth = inject(OAuthService);

  constructor() {
    super();
    this.oauth.configure({
      issuer: 'https://issuer.example',
      clientId: 'bench',
      redirectUri: location.origin,
      responseType: 'code',
      scope: 'openid profile',
    });
  }

  override isAuthenticated(): boolean {
    return this.oauth.hasValidAccessToken();
  }

  override logIn(): void {
    void this.oauth.loadDiscoveryDocumentAndLogin();
  }
}

void bootstrapApplication(App, {
  providers: [
    provideRouter(
      pages(() => inject(OAuthService).hasValidAccessToken() || inject(Router).parseUrl('/login')),
    ),
    provideHttpClient(withInterceptorsFromDi()),
    provideOAuthClient({ resourceServer: { allowedUrls: ['/api'], sendAccessToken: true } }),
    { provide: Session, useClass: OAuthSession },
  ],
});
