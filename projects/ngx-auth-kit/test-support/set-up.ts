import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { provideHttpClientTesting } from '@angular/common/http/testing';
import { EnvironmentProviders, Provider, provideZonelessChangeDetection } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { AuthConfig } from '../core/config/auth-config';
import { provideAuth } from '../core/config/provide-auth';
import { authInterceptor } from '../core/http/auth-interceptor';
import { AuthService } from '../core/session/auth-service';

export const BASE_URL = 'https://api.example.com/auth';

const WITH_INTERCEPTOR = provideHttpClient(withInterceptors([authInterceptor]));

/** Providers of an app that uses the library. */
export function authProviders(
  config: Partial<AuthConfig> = {},
  http: EnvironmentProviders = WITH_INTERCEPTOR,
): (Provider | EnvironmentProviders)[] {
  return [provideZonelessChangeDetection(), http, provideAuth({ baseUrl: BASE_URL, ...config })];
}

/** Sets up such an app with a fake backend (`HttpTestingController`) and clean storage. */
export function setUpFakeHttp(
  config: Partial<AuthConfig> = {},
  http: EnvironmentProviders = WITH_INTERCEPTOR,
  ...providers: (Provider | EnvironmentProviders)[]
): AuthService {
  localStorage.clear();
  sessionStorage.clear();
  return startFakeHttp(provideAuth({ baseUrl: BASE_URL, ...config }), http, ...providers);
}

/** The same with storage as it is and whatever `provideAuth` was given. */
export function startFakeHttp(
  auth: EnvironmentProviders,
  http: EnvironmentProviders = WITH_INTERCEPTOR,
  ...providers: (Provider | EnvironmentProviders)[]
): AuthService {
  TestBed.configureTestingModule({
    providers: [
      provideZonelessChangeDetection(),
      http,
      auth,
      ...providers,
      provideHttpClientTesting(),
    ],
  });
  return TestBed.inject(AuthService);
}
