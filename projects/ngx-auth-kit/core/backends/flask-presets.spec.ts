import { TestBed } from '@angular/core/testing';
import { firstValueFrom, Observable } from 'rxjs';
import { AuthFeature } from '../config/auth-feature';
import { AuthError } from '../errors/auth-error';
import { AuthService } from '../session/auth-service';
import { withTokenRefresh } from '../session/refresh/with-token-refresh';
import { FLASK_COOKIES } from '../../test-support/flask-cookies';
import { ADA, MockBackend } from '../../test-support/mock-backend';
import { authProviders } from '../../test-support/set-up';
import { AuthBackend } from './auth-backend';
import { flaskJwt } from './flask-jwt';
import { flaskJwtAuth } from './flask-jwt-auth';
import { flaskJwtExtended } from './flask-jwt-extended';
import { flaskRestful } from './flask-restful';
import { flaskSession } from './flask-session';

const ADA_BY_NAME = { username: 'ada', password: ADA.password };

/** Through Karma's own origin, as behind a dev server's proxy: most of the five know no CORS. */
function setUp(dialect: string, path: string, backend: AuthBackend, ...features: AuthFeature[]) {
  TestBed.configureTestingModule({
    providers: [
      ...authProviders({ baseUrl: `/mock/${dialect}${path}`, backend }),
      ...features.flatMap((feature) => feature.providers),
    ],
  });
  return TestBed.inject(AuthService);
}

async function codeOf(call: Observable<unknown>): Promise<string> {
  const outcome = await firstValueFrom(call).catch((error: unknown) => error);
  return outcome instanceof AuthError ? outcome.code : `succeeded with ${JSON.stringify(outcome)}`;
}

describe('the Flask presets against the mock backend', () => {
  let mock: MockBackend;

  async function begin(dialect: string): Promise<void> {
    mock = new MockBackend(dialect);
    await mock.reset();
    // Cookies outlive a spec.
    await fetch('/mock/flask-session/api/logout');
    await mock.reset();
  }

  beforeEach(() => localStorage.clear());

  it('flaskJwtAuth registers, and no duplicate signs in (trap 1: a 202 is no success)', async () => {
    await begin('flask-jwt-auth');
    const auth = setUp('flask-jwt-auth', '/auth', flaskJwtAuth);
    expect(await codeOf(auth.register(ADA))).toBe('rejected');
    expect(auth.status()).toBe('anonymous');
    const { authenticated } = await firstValueFrom(
      auth.register({ ...ADA, email: 'new@example.com' }),
    );
    expect(authenticated).toBeTrue();
    const user = await firstValueFrom(auth.checkStatus());
    expect(user!['email']).toBe('new@example.com');
  });

  it('flaskJwtAuth signs in again after a logout, a second later (trap 5)', async () => {
    await begin('flask-jwt-auth');
    const auth = setUp('flask-jwt-auth', '/auth', flaskJwtAuth);
    await firstValueFrom(auth.login(ADA));
    await firstValueFrom(auth.logout());
    await mock.set({ clockOffset: 1 });
    await firstValueFrom(auth.login(ADA));
    expect((await firstValueFrom(auth.checkStatus()))!['email']).toBe(ADA.email);
  });

  it('flaskSession signs in and out by cookie (trap 1: { result: false } is no success)', async () => {
    await begin('flask-session');
    const auth = setUp('flask-session', '/api', flaskSession);
    expect(await codeOf(auth.login({ ...ADA, password: 'x' }))).toBe('invalid_credentials');
    expect(auth.isAuthenticated()).toBeFalse();
    await firstValueFrom(auth.login(ADA));
    expect(auth.isAuthenticated()).toBeTrue();
    expect(auth.token()).toBeNull();
    expect(await firstValueFrom(auth.checkStatus())).toBeNull();
    expect(auth.isAuthenticated()).toBeTrue();

    await firstValueFrom(auth.logout());
    const { method, path } = (await mock.requests()).at(-1)!;
    expect(`${method} ${path}`).toMatch(/^GET .*\/api\/logout$/);
    TestBed.resetTestingModule();
    const later = setUp('flask-session', '/api', flaskSession);
    expect(await firstValueFrom(later.checkStatus())).toBeNull();
    expect(later.status()).toBe('anonymous');
  });

  it('flaskSession knows after a reload who holds the cookie', async () => {
    await begin('flask-session');
    await firstValueFrom(setUp('flask-session', '/api', flaskSession).login(ADA));
    TestBed.resetTestingModule();
    const auth = setUp('flask-session', '/api', flaskSession);
    expect(auth.status()).toBe('pending');
    await firstValueFrom(auth.checkStatus());
    expect(auth.status()).toBe('authenticated');
    await firstValueFrom(auth.logout());
  });

  it('flaskSession registers without signing in, and tells a duplicate (trap 1: text is truthy)', async () => {
    await begin('flask-session');
    const auth = setUp('flask-session', '/api', flaskSession);
    await firstValueFrom(auth.checkStatus());
    expect(await codeOf(auth.register(ADA))).toBe('rejected');
    const details = { ...ADA, email: 'new@example.com' };
    expect((await firstValueFrom(auth.register(details))).authenticated).toBeFalse();
    expect(auth.isAuthenticated()).toBeFalse();
    expect(await codeOf(auth.login({ email: ADA.email }))).toBe('server_error');
  });

  it('flaskJwtExtended signs in, refreshes and signs out', async () => {
    await begin('flask-jwt-extended');
    const auth = setUp('flask-jwt-extended', '', flaskJwtExtended, withTokenRefresh());
    expect(await codeOf(auth.login({ ...ADA_BY_NAME, password: 'x' }))).toBe('invalid_credentials');
    await firstValueFrom(auth.login(ADA_BY_NAME));
    expect(await firstValueFrom(auth.checkStatus())).toEqual({ username: 'ada' });
    const before = auth.token();
    await firstValueFrom(auth.refresh());
    expect(auth.token()).not.toBe(before);
    expect(await firstValueFrom(auth.checkStatus())).toEqual({ username: 'ada' });
    await firstValueFrom(auth.logout());
    const { method, path } = (await mock.requests()).at(-1)!;
    expect(`${method} ${path}`).toMatch(/^DELETE .*\/logout$/);
  });

  it('flaskJwtExtended ends the session of a token that nobody signed (trap 3: a 422)', async () => {
    await begin('flask-jwt-extended');
    const auth = setUp('flask-jwt-extended', '', flaskJwtExtended);
    auth.setToken('garbage');
    expect(await codeOf(auth.checkStatus())).toBe('session_expired');
    expect(auth.status()).toBe('anonymous');
  });

  it('flaskJwtExtended registers without signing in', async () => {
    await begin('flask-jwt-extended');
    const auth = setUp('flask-jwt-extended', '', flaskJwtExtended);
    expect(await codeOf(auth.register(ADA_BY_NAME))).toBe('rejected');
    const { authenticated } = await firstValueFrom(
      auth.register({ username: 'new', password: 'secret' }),
    );
    expect(authenticated).toBeFalse();
  });

  it('flaskJwtExtended keeps its tokens in cookies with CSRF protection, by an override', async () => {
    await begin('flask-jwt-extended');
    const inCookies: AuthBackend = { ...flaskJwtExtended, ...FLASK_COOKIES };
    const auth = setUp('flask-jwt-extended', '', inCookies, withTokenRefresh());
    await firstValueFrom(auth.login(ADA_BY_NAME));
    expect(auth.token()).toBeNull();
    expect(localStorage.getItem('token')).toBeNull();
    expect(await firstValueFrom(auth.checkStatus())).toEqual({ username: 'ada' });
    // Both are refused without the right CSRF value, and each wants its own.
    await firstValueFrom(auth.refresh());
    expect(await firstValueFrom(auth.checkStatus())).toEqual({ username: 'ada' });
    await firstValueFrom(auth.logout());
    expect(document.cookie).not.toContain('csrf_access_token');
  });

  it('flaskJwt signs in with exactly two keys and reads the id under identity (trap 10)', async () => {
    await begin('flask-jwt');
    const auth = setUp('flask-jwt', '', flaskJwt);
    expect(await codeOf(auth.login({ ...ADA_BY_NAME, password: 'x' }))).toBe('invalid_credentials');
    await firstValueFrom(auth.login({ ...ADA_BY_NAME, remember: true }));
    expect(auth.claims()!['identity']).toBe(1);
    expect(await firstValueFrom(auth.checkStatus())).toEqual({ identity: "User(id='1')" });
    expect(await codeOf(auth.register(ADA_BY_NAME))).toBe('not_supported');
    await firstValueFrom(auth.logout());
    expect((await mock.requests()).at(-1)!.path).not.toContain('logout');
  });

  it('flaskRestful signs in and confirms the session without naming a user', async () => {
    await begin('flask-restful');
    const auth = setUp('flask-restful', '/api', flaskRestful);
    expect(await codeOf(auth.login({ ...ADA, password: 'x' }))).toBe('invalid_credentials');
    expect(await codeOf(auth.login({ email: ADA.email }))).toBe('server_error');
    await firstValueFrom(auth.login(ADA));
    expect(auth.claims()!['sub']).toBe(1);
    expect(await firstValueFrom(auth.checkStatus())).toBeNull();
    expect(auth.isAuthenticated()).toBeTrue();
    await mock.revoke();
    expect(await codeOf(auth.checkStatus())).toBe('session_expired');
  });
});
