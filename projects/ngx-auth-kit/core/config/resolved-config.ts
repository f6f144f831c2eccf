import { InjectionToken } from '@angular/core';
import { AuthBackend } from '../backends/auth-backend';
import { flaskJwtAuth } from '../backends/flask-jwt-auth';
import { AuthConfig } from './auth-config';
import { parseAllowedUrl, AllowedUrl } from './allowed-url';
import { validateConfig } from './validate-config';

const SET_UP =
  'ngx-auth-kit is not set up. Add provideAuth({ baseUrl: … }) to the providers of the ' +
  'application, or AuthModule.forRoot({ baseUrl: … }) to the imports of its root module.';

/** The configuration with defaults and parsed entries. */
export interface ResolvedAuthConfig extends Required<Omit<AuthConfig, 'allowedUrls'>> {
  readonly allowedUrls: readonly AllowedUrl[];
  /** True if a cookie proves the session, not a token. */
  readonly usesCookie: boolean;
  /** True if tabs share a cookie that proves the session or gets its access token. */
  readonly sharesCookie: boolean;
  /** What the forms ask for. It is also the name of the value in the request. */
  readonly identifier: NonNullable<AuthBackend['identifier']>;
}

/** The configuration that `provideAuth` was given. */
export const AUTH_CONFIG = new InjectionToken<ResolvedAuthConfig>(
  typeof ngDevMode === 'undefined' || ngDevMode ? 'ngx-auth-kit configuration' : '',
  {
    providedIn: 'root',
    factory: () => {
      throw new Error(
        typeof ngDevMode === 'undefined' || ngDevMode ? SET_UP : 'ngx-auth-kit is not set up.',
      );
    },
  },
);

/** Fills in the defaults. Throws if the configuration is invalid. */
export function resolveConfig(config: AuthConfig): ResolvedAuthConfig {
  if (typeof ngDevMode === 'undefined' || ngDevMode) validateConfig(config);
  const backend = config.backend ?? flaskJwtAuth;
  const { origin } = parseAllowedUrl(config.baseUrl, 'baseUrl');
  return {
    backend,
    usesCookie: backend.session === 'cookie',
    sharesCookie: backend.session === 'cookie' || !!backend.endpoints.refresh?.withCredentials,
    identifier: backend.identifier ?? 'email',
    baseUrl: config.baseUrl.replace(/\/+$/, ''),
    headerName: config.headerName ?? 'Authorization',
    headerPrefix: config.headerPrefix ?? backend.headerPrefix ?? 'Bearer',
    tokenKey: config.tokenKey ?? 'token',
    storage: config.storage ?? 'local',
    allowedUrls: config.allowedUrls?.map((entry) => parseAllowedUrl(entry, 'allowedUrls')) ?? [
      { origin, path: '' },
    ],
    loginUrl: config.loginUrl ?? '/login',
    homeUrl: config.homeUrl ?? '/status',
    requestTimeout: config.requestTimeout ?? 30_000,
  };
}
