import { HttpClient, HttpErrorResponse } from '@angular/common/http';
import { TestBed } from '@angular/core/testing';
import { AuthTokens } from '../session/auth-tokens';
import { asAuthError, FakeBackend } from '../../test-support/fake-backend';
import { BASE_URL } from '../../test-support/set-up';
import { AuthBackend } from './auth-backend';
import { flaskJwtAuth } from './flask-jwt-auth';

/** Backends are written by users, and their readers meet answers that nobody foresaw. */
describe('a backend', () => {
  it('may state an expiry that is no Date, which counts as unknown', async () => {
    const expiresAt = '2030-01-01' as unknown as Date;
    const readTokens = (): AuthTokens => ({ accessToken: 'opaque', expiresAt });
    const app = new FakeBackend({ ...flaskJwtAuth, readTokens });
    expect(await app.run(app.auth.login({}), { body: {} })).toBeNull();
    expect(app.auth.expiresAt()).toBeNull();
  });

  it('may give undefined for no tokens', async () => {
    const readTokens = (() => undefined) as unknown as AuthBackend['readTokens'];
    const app = new FakeBackend({ ...flaskJwtAuth, readTokens });
    const outcome = await app.run(app.auth.register({}), { body: {} });
    expect(outcome).toEqual({ user: null, authenticated: false });
  });

  it('may throw while it reads tokens, which makes the answer unusable', async () => {
    const readTokens = () => {
      throw new Error('with the token inside: opaque');
    };
    const app = new FakeBackend({ ...flaskJwtAuth, readTokens });
    const error = asAuthError(await app.run(app.auth.login({}), { body: {} }));
    expect(error.code).toBe('invalid_response');
    expect(String((error.cause as Error).message)).not.toContain('opaque');
  });

  it('may throw while it says whether a registration signs in, which begins no session', async () => {
    const signsIn = () => {
      throw new Error('with the token inside: opaque');
    };
    const register = { path: '/register', signsIn };
    const endpoints = { ...flaskJwtAuth.endpoints, register };
    const app = new FakeBackend({ ...flaskJwtAuth, endpoints });
    const answer = { body: { auth_token: 'opaque' } };
    const error = asAuthError(await app.run(app.auth.register({}), answer));
    expect(error.code).toBe('invalid_response');
    expect(String((error.cause as Error).message)).not.toContain('opaque');
    expect(app.auth.isAuthenticated()).toBeFalse();
  });

  it('may throw while it judges a refusal, and then the status counts', async () => {
    const refusesToken = ({ error }: HttpErrorResponse) =>
      (error as { code: string }).code === 'expired';
    const app = new FakeBackend({ ...flaskJwtAuth, refusesToken });
    app.auth.setToken('opaque');
    const call = TestBed.inject(HttpClient).get(`${BASE_URL}/things`);
    expect(await app.run(call, { status: 403 })).toBeInstanceOf(HttpErrorResponse);
    expect(app.auth.isAuthenticated()).toBeTrue();
    expect(await app.run(call, { status: 401 })).toBeInstanceOf(HttpErrorResponse);
    expect(app.auth.isAuthenticated()).toBeFalse();
  });

  it('may name fields in a refused login, which stays neutral', async () => {
    const readError = () => ({ message: 'No such user.', fields: { email: 'No such user.' } });
    const app = new FakeBackend({ ...flaskJwtAuth, readError });
    for (const status of [401, 403, 404]) {
      const error = asAuthError(await app.run(app.auth.login({}), { status }));
      expect(error.code).toBe('invalid_credentials');
      expect([error.message, JSON.stringify(error.fields)].join()).not.toContain('No such user');
    }
  });
});
