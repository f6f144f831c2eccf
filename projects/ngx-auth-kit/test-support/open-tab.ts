import { HttpClient, provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { ApplicationRef, Provider, provideZonelessChangeDetection } from '@angular/core';
import { createApplication } from '@angular/platform-browser';
import { AuthConfig } from '../core/config/auth-config';
import { AuthFeature } from '../core/config/auth-feature';
import { provideAuth } from '../core/config/provide-auth';
import { authInterceptor } from '../core/http/auth-interceptor';
import { AuthService } from '../core/session/auth-service';

/** An app of its own in this page: with the others it shares storage, locks and channels, as tabs do. */
export interface Tab {
  readonly app: ApplicationRef;
  readonly auth: AuthService;
  readonly http: HttpClient;
  /** Null with real HTTP. */
  readonly backend: HttpTestingController | null;
}

/** How a tab is opened. */
export interface TabOptions {
  readonly features?: AuthFeature[];
  readonly fakeHttp?: boolean;
  readonly providers?: Provider[];
}

const open: ApplicationRef[] = [];

/** Opens a tab; `closeTabs` closes it. */
export async function openTab(
  config: AuthConfig,
  { features = [], fakeHttp = false, providers = [] }: TabOptions = {},
): Promise<Tab> {
  const app = await createApplication({
    providers: [
      provideZonelessChangeDetection(),
      provideHttpClient(withInterceptors([authInterceptor])),
      provideAuth(config, ...features),
      fakeHttp ? provideHttpClientTesting() : [],
      providers,
    ],
  });
  open.push(app);
  return {
    app,
    auth: app.injector.get(AuthService),
    http: app.injector.get(HttpClient),
    backend: fakeHttp ? app.injector.get(HttpTestingController) : null,
  };
}

/** Closes all tabs that are open. */
export function closeTabs(): void {
  open.splice(0).forEach((app) => {
    if (!app.destroyed) app.destroy();
  });
}
