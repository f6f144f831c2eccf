import { HttpClient } from '@angular/common/http';
import { TestBed } from '@angular/core/testing';
import { firstValueFrom } from 'rxjs';
import { withTokenRefresh } from '../session/refresh/with-token-refresh';
import { SessionStore } from '../session/state/session-store';
import { asAuthError, FakeBackend, lineOf } from '../../test-support/fake-backend';
import { BASE_URL } from '../../test-support/set-up';
import { AuthBackend } from './auth-backend';
import { flaskJwtAuth } from './flask-jwt-auth';
import { flaskJwtExtended } from './flask-jwt-extended';

describe('keathmilligan/angular-jwt-flask, written as an override', () => {
  const angularJwtFlask: AuthBackend = {
    ...flaskJwtExtended,
    endpoints: {
      login: { path: '/api/auth/login' },
      status: { path: '/api/auth/info' },
      refresh: { path: '/api/auth/refresh', token: 'refresh' },
      logout: { path: '/api/auth/logout', token: 'refresh' },
    },
    readUser: ({ body }) => {
      const { username, isAdmin } = (body ?? {}) as { username?: string; isAdmin?: boolean };
      return username === undefined ? null : { username, isAdmin };
    },
  };
  const CREDENTIALS = { username: 'ada', password: 'p' };
  const SIGNED_IN = { body: { accessToken: 'access-1', refreshToken: 'refresh-1' } };
  let app: FakeBackend;

  beforeEach(() => (app = new FakeBackend(angularJwtFlask, withTokenRefresh())));
  afterEach(() => app.verify());

  it('signs in', async () => {
    expect(await app.run(app.auth.login(CREDENTIALS), SIGNED_IN)).toBeNull();
    expect(app.auth.token()).toBe('access-1');
    expect(TestBed.inject(SessionStore).tokens()!.refresh).toBe('refresh-1');
  });

  it('says who is signed in', async () => {
    await app.run(app.auth.login(CREDENTIALS), SIGNED_IN);
    const info = { username: 'ada', enabled: true, isAdmin: false };
    expect(await app.run(app.auth.checkStatus(), { body: info })).toEqual({
      username: 'ada',
      isAdmin: false,
    });
  });

  it('ends the session for an invalid token, which is a 422 (trap 3)', async () => {
    app.auth.setToken('access-1');
    const answer = { status: 422, body: { msg: 'Signature verification failed' } };
    expect(asAuthError(await app.run(app.auth.checkStatus(), answer)).code).toBe('session_expired');
    expect(app.auth.status()).toBe('anonymous');
  });

  it('refuses a bad login with a 403 (trap 2)', async () => {
    const answer = { status: 403, body: '<h1>Forbidden</h1>' };
    const error = asAuthError(await app.run(app.auth.login(CREDENTIALS), answer));
    expect(error.code).toBe('invalid_credentials');
    expect(app.auth.isAuthenticated()).toBeFalse();
  });

  it('refreshes with the refresh token in the header and keeps it', async () => {
    await app.run(app.auth.login(CREDENTIALS), SIGNED_IN);
    const refresh = firstValueFrom(app.auth.refresh());
    const request = await app.nextRequest();
    expect(lineOf(request)).toBe('POST /api/auth/refresh');
    expect(request.request.headers.get('Authorization')).toBe('Bearer refresh-1');
    expect(request.request.body).toBeNull();
    app.answer(request, { body: { accessToken: 'access-2' } });
    await refresh;
    expect(app.auth.token()).toBe('access-2');
    expect(TestBed.inject(SessionStore).tokens()!.refresh).toBe('refresh-1');
  });

  it('signs out with the refresh token, whatever the empty answer is called', async () => {
    await app.run(app.auth.login(CREDENTIALS), SIGNED_IN);
    const logout = firstValueFrom(app.auth.logout());
    const request = await app.nextRequest();
    expect(lineOf(request)).toBe('POST /api/auth/logout');
    expect(request.request.headers.get('Authorization')).toBe('Bearer refresh-1');
    app.answer(request, { body: '', headers: { 'Content-Type': 'text/html; charset=utf-8' } });
    expect(await logout).toBeUndefined();
    expect(app.auth.status()).toBe('anonymous');
  });
});

describe('Leo-G/Flask-Scaffold, written as an override', () => {
  const flaskScaffold: AuthBackend = {
    ...flaskJwtAuth,
    headerPrefix: '',
    endpoints: {
      login: {
        path: '/api/v1/login.json',
        body: (input) => ({ data: { type: 'users', attributes: input } }),
      },
    },
  };
  const CREDENTIALS = { email: 'ada@example.com', password: 'p' };

  it('wraps the credentials as JSON:API and sends the bare token', async () => {
    const app = new FakeBackend(flaskScaffold);
    const login = firstValueFrom(app.auth.login(CREDENTIALS));
    const request = await app.nextRequest();
    expect(lineOf(request)).toBe('POST /api/v1/login.json');
    expect(request.request.body).toEqual({ data: { type: 'users', attributes: CREDENTIALS } });
    app.answer(request, { body: { token: 'access-1' } });
    await login;

    const things = firstValueFrom(TestBed.inject(HttpClient).get(`${BASE_URL}/api/v1/things`));
    const own = await app.nextRequest();
    expect(own.request.headers.get('Authorization')).toBe('access-1');
    app.answer(own, { body: [] });
    expect(await things).toEqual([]);
    app.verify();
  });
});
