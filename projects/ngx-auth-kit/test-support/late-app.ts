import { provideRouter } from '@angular/router';
import { AuthConfig } from '../core/config/auth-config';
import { AuthFeature } from '../core/config/auth-feature';
import { provideAuth } from '../core/config/provide-auth';
import { ensureAuthenticated } from '../core/routing/ensure-authenticated';
import { AuthService } from '../core/session/auth-service';
import { AuthStorage } from '../core/storage/auth-storage';
import { accessToken, refreshBackend } from './refresh-backend';
import { BASE_URL, startFakeHttp } from './set-up';
import { until } from './until';

const ROUTES = provideRouter([
  { path: 'account', canActivate: [ensureAuthenticated], children: [] },
  { path: '**', children: [] },
]);

/** An app with a fake backend and this storage. */
export function start(
  storage: AuthStorage,
  features: AuthFeature[] = [],
  config: Partial<AuthConfig> = {},
): AuthService {
  const given = { baseUrl: BASE_URL, backend: refreshBackend, storage, ...config };
  return startFakeHttp(provideAuth(given, ...features), undefined, ROUTES);
}

/** What a page load, earlier, has left. */
export function stored(token = accessToken()): Record<string, string> {
  const details = { sessionId: 'session-1', version: 1, refreshToken: 'r', token: token.slice(-8) };
  return { token, 'token.details': JSON.stringify(details) };
}

/** Waits until it is known who is signed in. */
export const known = (auth: AuthService) => until(() => auth.status() !== 'pending');
