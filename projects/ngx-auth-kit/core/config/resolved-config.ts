import { InjectionToken } from '@angular/core';
import { AuthBackend } from '../backends/auth-backend';
import { flaskJwtAuth } from '../backends/flask-jwt-auth';
import { AuthConfig } from './auth-config';
import { parseAllowedUrl, AllowedUrl } from './allowed-url';
import { validateConfig } from './validate-config';

const SET_UP =
  'ngx-auth-kit is not set up. Add provideAuth({ baseUrl: … }) to the providers of the ' +
  'application, or AuthModule.forRoot({ baseUrl: … }) to the imports of its root module.';

/** The configuration with its defaults filled in and its entries parsed. */
export interface ResolvedAuthConfig extends Required<Omit<AuthConfig, 'allowedUrls'>> {
  readonly allowedUrls: readonly AllowedUrl[];
  /** Whether a cookie proves the session, not a token. */
  readonly usesCookie: boolean;
  /** Whether tabs share a cookie that proves the session or buys its access token. */
  readonly sharesCookie: boolean;
  /** What the drop-in forms ask for, and the name that they send it by. */
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

/** Fills in the defaults. Throws on configuration that cannot work. */
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
