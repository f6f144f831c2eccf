import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { bootstrapApplication } from '@angular/platform-browser';
import { CanActivateFn, provideRouter } from '@angular/router';
import {
  createAuthGuard,
  INCLUDE_BEARER_TOKEN_INTERCEPTOR_CONFIG,
  includeBearerTokenInterceptor,
  provideKeycloak,
} from 'keycloak-angular';
import Keycloak from 'keycloak-js';
import { App, pages, Session } from '../../apps/app';

@Injectable()
class KeycloakSession extends Session {
  private readonly keycloak = inject(Keycloak);

  override isAuthenticated(): boolean {
    return this.keycloak.authenticated ?? false;
  }

  override logIn(): void {
    void this.keycloak.login();
  }
}

void bootstrapApplication(App, {
  providers: [
    provideRouter(
      pages(
        createAuthGuard<CanActivateFn>((_route, _state, { authenticated }) =>
          Promise.resolve(authenticated),
        ),
      ),
    ),
    provideHttpClient(withInterceptors([includeBearerTokenInterceptor])),
    provideKeycloak({
      config: { url: 'https://issuer.example', realm: 'bench', clientId: 'bench' },
    }),
    { provide: INCLUDE_BEARER_TOKEN_INTERCEPTOR_CONFIG, useValue: [{ urlPattern: /^\/api/ }] },
    { provide: Session, useClass: KeycloakSession },
  ],
});
