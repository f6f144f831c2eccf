import { LocationStrategy } from '@angular/common';
import { HttpClient, provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { MockLocationStrategy } from '@angular/common/testing';
import {
  ApplicationRef,
  Component,
  EnvironmentProviders,
  ErrorHandler,
  inject,
  provideEnvironmentInitializer,
  Provider,
  provideZonelessChangeDetection,
} from '@angular/core';
import { bootstrapApplication } from '@angular/platform-browser';
import { provideRouter, RouterOutlet } from '@angular/router';
import { authInterceptor } from '../core/http/auth-interceptor';
import { EnsureAuthenticated, ensureAuthenticated } from '../core/routing/ensure-authenticated';
import { ensureUser } from '../core/routing/ensure-user';
import { loginRedirect } from '../core/routing/login-redirect';
import { AuthService } from '../core/session/auth-service';
import { BASE_URL } from './set-up';
import { AuthConfig, AuthConfigFunction } from '../core/config/auth-config';
import { AuthFeature } from '../core/config/auth-feature';
import { provideAuth } from '../core/config/provide-auth';

export const CONFIG: AuthConfig = { baseUrl: BASE_URL };
export const FUNCTIONAL = provideHttpClient(withInterceptors([authInterceptor]));
/** What else the app has. */
interface BootOptions {
  readonly features?: AuthFeature[];
  readonly router?: EnvironmentProviders;
  readonly providers?: (Provider | EnvironmentProviders)[];
}

@Component({ selector: 'auth-spec-app', imports: [RouterOutlet], template: '<router-outlet />' })
class App {
  constructor() {
    inject(AuthService);
  }
}

@Component({ template: 'account' })
export class AccountPage {}

const routes = [
  { path: 'account', component: AccountPage, canActivate: [ensureAuthenticated] },
  { path: 'as-class', component: AccountPage, canActivate: [EnsureAuthenticated] },
  { path: 'user', component: AccountPage, canActivate: [ensureUser(() => true)] },
  { path: 'visitors', component: AccountPage, canActivate: [loginRedirect] },
  { path: '**', children: [] },
];

/** Specs of apps whose configuration comes from a function: each starts in a page of its own, and is destroyed. */
export function lateConfigApps() {
  let host: HTMLElement;
  let started: Promise<ApplicationRef>[];
  let backend: HttpTestingController | undefined;
  let http: HttpClient;

  beforeEach(() => {
    localStorage.clear();
    sessionStorage.clear();
    started = [];
    host = document.body.appendChild(document.createElement('auth-spec-app'));
  });
  afterEach(async () => {
    for (const { status, value } of (await Promise.allSettled(
      started,
    )) as PromiseFulfilledResult<ApplicationRef>[]) {
      if (status === 'fulfilled') value.destroy();
    }
    host.remove();
  });

  function boot(
    read: AuthConfigFunction,
    { features = [], router = provideRouter(routes), providers = [] }: BootOptions = {},
  ): Promise<ApplicationRef> {
    backend = undefined;
    const app = bootstrapApplication(App, {
      providers: [
        provideZonelessChangeDetection(),
        { provide: LocationStrategy, useClass: MockLocationStrategy },
        { provide: ErrorHandler, useValue: { handleError: () => undefined } },
        FUNCTIONAL,
        provideHttpClientTesting(),
        router,
        provideEnvironmentInitializer(() => {
          backend = inject(HttpTestingController);
          http = inject(HttpClient);
        }),
        provideAuth(read, ...features),
        providers,
      ],
    });
    started.push(app);
    app.catch(() => undefined);
    return app;
  }

  return {
    boot,
    get backend() {
      return backend;
    },
    get http() {
      return http;
    },
    get host() {
      return host;
    },
  };
}
