import { HttpClient } from '@angular/common/http';
import { TestBed } from '@angular/core/testing';
import { firstValueFrom } from 'rxjs';
import { AuthConfig } from '../core/config/auth-config';
import { provideAuth } from '../core/config/provide-auth';
import { AuthService } from '../core/session/auth-service';
import { withTokenRefresh } from '../core/session/refresh/with-token-refresh';
import {
  answerLogin,
  appRequests,
  grant,
  refreshBackend,
  refreshCalls,
  REFUSED,
} from './refresh-backend';
import { BASE_URL, startFakeHttp } from './set-up';
import { until } from './until';

/** Not an auth endpoint, and allowed. */
export const API = 'https://api.example.com/data';

/** An app with `withTokenRefresh()`, started with what `stored` puts into storage. */
export function setUpRefresh(config: Partial<AuthConfig> = {}, stored?: () => void): AuthService {
  localStorage.clear();
  sessionStorage.clear();
  stored?.();
  return startFakeHttp(
    provideAuth({ baseUrl: BASE_URL, backend: refreshBackend, ...config }, withTokenRefresh()),
  );
}

/** Signed in with tokens that last an hour. */
export function signInToRefresh(
  body: object = grant(),
  config: Partial<AuthConfig> = {},
): AuthService {
  const auth = setUpRefresh(config);
  auth.login({}).subscribe();
  answerLogin(body);
  return auth;
}

/** A request of the app: its answer or its error. */
export function get(url = API): Promise<unknown> {
  return firstValueFrom(TestBed.inject(HttpClient).get(url)).catch((error: unknown) => error);
}

/** Answers 401 to the requests of the app. */
export function refuse(requests = appRequests()): void {
  requests.forEach((request) => request.flush(null, REFUSED));
}

/** The one refresh call that is made. */
export async function refreshCall() {
  const [call, ...more] = await until(() => {
    const calls = refreshCalls();
    return calls.length > 0 ? calls : null;
  });
  expect(more).toEqual([]);
  return call!;
}

/** The next requests of the app. */
export async function nextAppRequests() {
  return until(() => {
    const requests = appRequests();
    return requests.length > 0 ? requests : null;
  });
}
