import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { jwt, secondsFromNow } from '../../test-support/jwt';
import { BASE_URL, setUpFakeHttp, startFakeHttp } from '../../test-support/set-up';
import { provideAuth } from '../config/provide-auth';
import { flaskJwtAuth } from '../backends/flask-jwt-auth';
import { AuthService } from './auth-service';
import { withStatusCheck } from './check/with-status-check';

const answer = (path: string, status: number, body: object = {}) =>
  TestBed.inject(HttpTestingController)
    .expectOne(`${BASE_URL}/${path}`)
    .flush(body, { status, statusText: 'Answered' });

const NO_STATUS = { ...flaskJwtAuth, endpoints: { login: flaskJwtAuth.endpoints.login } };

/** Starts an app whose storage has a token from before. */
function startWith(token: string, ...options: Parameters<typeof provideAuth>): AuthService {
  localStorage.clear();
  localStorage.setItem('token', token);
  return startFakeHttp(provideAuth(...options));
}

describe('AuthService.endedBy', () => {
  it('is null before, and with a session', () => {
    const auth = setUpFakeHttp();
    expect(auth.endedBy()).toBeNull();
    auth.setToken('opaque');
    expect(auth.endedBy()).toBeNull();
  });

  it('tells of a token that is refused right after sign-in', () => {
    const auth = setUpFakeHttp();
    auth.login({ email: 'ada', password: 'x' }).subscribe();
    answer('login', 200, { status: 'success', auth_token: 'opaque', data: { email: 'ada' } });
    auth.checkStatus().subscribe({ error: () => undefined });
    answer('status', 401);
    expect(auth.endedBy()).toEqual({ type: 'refused', fromThisTab: true });
  });

  it('is there when the event is emitted', () => {
    const auth = setUpFakeHttp();
    auth.setToken('opaque');
    const seen: unknown[] = [];
    auth.events.subscribe(() => seen.push(auth.endedBy()?.type));
    auth.checkStatus().subscribe({ error: () => undefined });
    answer('status', 401);
    expect(seen).toEqual(['refused']);
  });

  it('tells of a stored token that is refused at start', () => {
    const auth = startWith('opaque', { baseUrl: BASE_URL }, withStatusCheck());
    answer('status', 401);
    expect(auth.status()).toBe('anonymous');
    expect(auth.endedBy()?.type).toBe('refused');
  });

  it('tells of a stored token that had expired before the start', () => {
    const expired = jwt({ exp: secondsFromNow(-60) });
    const auth = startWith(expired, { baseUrl: BASE_URL, backend: NO_STATUS });
    expect(auth.endedBy()).toEqual({ type: 'expired', fromThisTab: true });
  });

  it('says nothing to a visitor of whom the backend knows no cookie session', () => {
    const auth = setUpFakeHttp({ backend: { ...flaskJwtAuth, session: 'cookie' } });
    answer('status', 401);
    expect([auth.status(), auth.endedBy()]).toEqual(['anonymous', null]);
  });

  it('tells that another tab did it', () => {
    const auth = setUpFakeHttp();
    auth.setToken('opaque');
    localStorage.clear();
    dispatchEvent(new StorageEvent('storage', { key: null, storageArea: localStorage }));
    expect(auth.endedBy()).toEqual({ type: 'logout', fromThisTab: false });
  });

  it('is null after a sign-out that was asked for here, also if the session had ended before', () => {
    const auth = setUpFakeHttp();
    auth.setToken('opaque');
    auth.checkStatus().subscribe({ error: () => undefined });
    answer('status', 401);
    auth.logout().subscribe();
    expect(auth.endedBy()).toBeNull();
  });

  it('is null again after the next sign-in', () => {
    const auth = setUpFakeHttp();
    auth.setToken('opaque');
    auth.checkStatus().subscribe({ error: () => undefined });
    answer('status', 401);
    auth.setToken('opaque-2');
    expect(auth.endedBy()).toBeNull();
  });
});
