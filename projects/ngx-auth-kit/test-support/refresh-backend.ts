import { HttpRequest } from '@angular/common/http';
import { HttpTestingController, TestRequest } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { AuthBackend } from '../core/backends/auth-backend';
import { flaskJwtAuth } from '../core/backends/flask-jwt-auth';
import { AuthTokens } from '../core/session/auth-tokens';
import { jwt, secondsFromNow } from './jwt';
import { BASE_URL } from './set-up';

/** A backend with refresh tokens in the body. */
export const refreshBackend: AuthBackend = {
  ...flaskJwtAuth,
  endpoints: { ...flaskJwtAuth.endpoints, refresh: { path: '/refresh' } },
};

let serial = 0;

/** An access token unlike any other; its lifetime is in seconds. */
export function accessToken(lifetime = 3_600, claims: Record<string, unknown> = {}): string {
  const now = secondsFromNow(0);
  return jwt({ iat: now, exp: now + lifetime, serial: ++serial, ...claims });
}

/** The body of an answer that grants tokens and, as a login does, names the user. */
export function grant(lifetime = 3_600, refreshToken: string | null = `refresh-${++serial}`) {
  return {
    status: 'success',
    auth_token: accessToken(lifetime),
    data: { email: 'ada@example.com' },
    ...(refreshToken === null ? {} : { refresh_token: refreshToken }),
  };
}

/** Puts a session into `localStorage` as an earlier page load would have left it. */
export function store({ accessToken, refreshToken }: AuthTokens, sessionId = 'session-1'): void {
  localStorage.setItem('token.details', JSON.stringify({ refreshToken, sessionId }));
  localStorage.setItem('token', accessToken);
}

/** Sends the body of the login answer. */
export function answerLogin(body: object): void {
  one('/login').flush(body);
}

/** The requests to the refresh endpoint that have no answer yet. */
export function refreshCalls(): TestRequest[] {
  return TestBed.inject(HttpTestingController).match(`${BASE_URL}/refresh`);
}

/** The one request to a path that has no answer yet. */
export function one(path: string): TestRequest {
  return TestBed.inject(HttpTestingController).expectOne(BASE_URL + path);
}

/** The requests that have no answer yet and go elsewhere than to the auth endpoints. */
export function appRequests(): TestRequest[] {
  const isApp = ({ url }: HttpRequest<unknown>) => !url.startsWith(BASE_URL);
  return TestBed.inject(HttpTestingController).match(isApp);
}

export const REFUSED = { status: 401, statusText: 'Unauthorized' };
