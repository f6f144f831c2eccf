import { firstValueFrom } from 'rxjs';
import { nextCall } from '../../../test-support/cookie-tab';
import { eventsOf } from '../../../test-support/mock-app';
import { closeTabs, openTab, Tab } from '../../../test-support/open-tab';
import { refreshCall, setUpRefresh, signInToRefresh } from '../../../test-support/refresh-app';
import { accessToken, grant, refreshBackend } from '../../../test-support/refresh-backend';
import { BASE_URL, setUpFakeHttp } from '../../../test-support/set-up';
import { until } from '../../../test-support/until';
import { flaskSession } from '../../backends/flask-session';
import { springSecurity } from '../../backends/spring-security';
import { AuthError } from '../../errors/auth-error';
import { withTokenRefresh } from '../refresh/with-token-refresh';
import { withRememberMe } from '../remember-me/with-remember-me';
import { SessionStore } from '../state/session-store';

const ADA = { id: 1, name: 'Ada' };

describe('setSession', () => {
  it('begins a session with its user, expiry and refresh token', async () => {
    const auth = signInToRefresh();
    const events = eventsOf(auth);
    const expiresAt = new Date(Date.now() + 60_000);
    const given = { accessToken: 'opaque', refreshToken: 'given', expiresAt, user: ADA };
    expect(auth.setSession(given)).toBeTrue();
    expect(auth.user()).toEqual(ADA);
    expect(auth.expiresAt()).toEqual(expiresAt);
    expect(events).toEqual(['logout', 'login']);
    auth.refresh().subscribe();
    expect((await refreshCall()).request.body).toEqual({ refresh_token: 'given' });
  });

  it('continues the session of the same subject, and keeps what is left out', async () => {
    const auth = signInToRefresh({
      ...grant(3_600, 'first'),
      auth_token: accessToken(60, { sub: 'ada' }),
    });
    const user = auth.user();
    const events = eventsOf(auth);
    const token = accessToken(3_600, { sub: 'ada' });
    expect(auth.setSession({ accessToken: token })).toBeTrue();
    expect([auth.token(), auth.user()]).toEqual([token, user]);
    expect(auth.setSession({ accessToken: token, refreshToken: 'second', user: ADA })).toBeTrue();
    expect(auth.user()).toEqual(ADA);
    expect(events).toEqual(['refreshed', 'refreshed']);
    auth.refresh().subscribe();
    expect((await refreshCall()).request.body).toEqual({ refresh_token: 'second' });
  });

  it('goes on with the refresh token that is granted meanwhile', async () => {
    const auth = signInToRefresh({
      ...grant(3_600, 'first'),
      auth_token: accessToken(60, { sub: 'ada' }),
    });
    const refreshed = firstValueFrom(auth.refresh());
    const call = await refreshCall();
    const token = accessToken(60, { sub: 'ada' });
    expect(auth.setToken(token)).toBeTrue();
    call.flush({ ...grant(3_600, 'second'), auth_token: accessToken(60, { sub: 'ada' }) });
    await refreshed;
    expect(auth.token()).toBe(token);
    expect(localStorage.getItem('token')).toBe(token);
    auth.refresh().subscribe();
    expect((await refreshCall()).request.body).toEqual({ refresh_token: 'second' });
  });

  it('continues a session that is still asked about, with the refresh token that is granted', async () => {
    const details = { sessionId: 'session-1', subject: 'claim sub:ada', refreshToken: 'first' };
    const auth = setUpRefresh({}, () => {
      localStorage.setItem('token.details', JSON.stringify(details));
      localStorage.setItem('token', accessToken(-60, { sub: 'ada' }));
    });
    const events = eventsOf(auth);
    const call = await refreshCall();
    expect(auth.status()).toBe('pending');
    const token = accessToken(60, { sub: 'ada' });
    expect(auth.setToken(token)).toBeTrue();
    expect(auth.status()).toBe('authenticated');
    call.flush({ ...grant(60, 'second'), auth_token: accessToken(60, { sub: 'ada' }) });
    await until(() => localStorage.getItem('token.details')!.includes('second'));
    expect(auth.token()).toBe(token);
    await until(() => events.length > 2);
    expect(events).toEqual(['restored', 'refreshed', 'refreshed']);
  });

  it('goes on with its own refresh token, whatever is granted meanwhile', async () => {
    const auth = signInToRefresh({
      ...grant(3_600, 'first'),
      auth_token: accessToken(60, { sub: 'ada' }),
    });
    const refreshed = firstValueFrom(auth.refresh());
    const call = await refreshCall();
    const given = { accessToken: accessToken(60, { sub: 'ada' }), refreshToken: 'given' };
    expect(auth.setSession(given)).toBeTrue();
    call.flush({ ...grant(3_600, 'second'), auth_token: accessToken(60, { sub: 'ada' }) });
    await refreshed;
    expect(auth.token()).toBe(given.accessToken);
    auth.refresh().subscribe();
    expect((await refreshCall()).request.body).toEqual({ refresh_token: 'given' });
  });

  it('changes nothing for tokens that are malformed or expired', () => {
    spyOn(console, 'warn');
    const auth = setUpFakeHttp();
    auth.setToken('kept');
    const past = new Date(Date.now() - 1);
    for (const given of [
      { accessToken: 'a b' },
      { accessToken: 'good', refreshToken: 'a b' },
      { accessToken: 'good', expiresAt: past },
      { accessToken: accessToken(-1) },
    ]) {
      expect(auth.setSession({ ...given, user: ADA })).toBeFalse();
      expect([auth.token(), auth.user()]).toEqual(['kept', null]);
    }
  });

  it('keeps tokens out of the user', () => {
    const auth = setUpFakeHttp();
    auth.setSession({
      accessToken: 'a-1',
      refreshToken: 'r-1',
      user: { ...ADA, own: 'a-1', jwt: 'r-1' },
    });
    expect(auth.user()).toEqual(ADA);
  });

  it('is an error with cookie sessions, and says why', () => {
    const auth = setUpFakeHttp({ backend: flaskSession });
    try {
      auth.setSession({ accessToken: 'a' });
      fail('no error');
    } catch (error) {
      expect((error as AuthError).code).toBe('not_supported');
      expect((error as AuthError).message).toContain('a cookie proves the session');
    }
  });

  it('is kept for the tab with remember: false', async () => {
    localStorage.clear();
    sessionStorage.clear();
    const { auth } = await openTab(
      { baseUrl: BASE_URL },
      { features: [withRememberMe()], fakeHttp: true },
    );
    auth.setSession({ accessToken: accessToken(60, { sub: 'ada' }) });
    auth.setSession({ accessToken: accessToken(60, { sub: 'ada' }) }, { remember: false });
    expect(localStorage.length).toBe(0);
    expect(sessionStorage.getItem('token')).toBe(auth.token());
    closeTabs();
    sessionStorage.clear();
  });
});

describe('setUser', () => {
  beforeEach(() => {
    localStorage.clear();
    sessionStorage.clear();
  });
  afterEach(() => closeTabs());

  const open = (backend?: typeof springSecurity): Promise<Tab> =>
    openTab({ baseUrl: BASE_URL, backend }, { fakeHttp: true });

  it('replaces the user, without an event, and without its tokens', () => {
    const auth = setUpFakeHttp();
    auth.setToken('opaque');
    const events = eventsOf(auth);
    auth.setUser({ name: 'Ada L.', mine: 'opaque' });
    expect(auth.user()).toEqual({ name: 'Ada L.' });
    expect(auth.token()).toBe('opaque');
    expect(events).toEqual([]);
  });

  it('does nothing without a session', () => {
    const auth = setUpFakeHttp();
    auth.setUser(ADA);
    expect([auth.user(), auth.status()]).toEqual([null, 'anonymous']);
  });

  for (const [what, backend] of [
    ['a backend that can tell', undefined],
    ['one that cannot', springSecurity],
  ] as const) {
    it(`reaches the other tabs of the session, with ${what}`, async () => {
      const one = await open(backend);
      const two = await open(backend);
      one.auth.setSession({ accessToken: 'opaque', user: ADA });
      await until(() => two.auth.isAuthenticated());
      one.auth.setUser({ name: 'Ada L.' });
      expect(await until(() => two.auth.user())).toBeTruthy();
      await until(() => two.auth.user()?.['name'] === 'Ada L.');
      expect(two.auth.user()).toEqual({ name: 'Ada L.' });
    });
  }

  it('is there after a reload where the user is stored, with newer credentials of another tab', async () => {
    const one = await open(springSecurity);
    one.auth.setSession({ accessToken: accessToken(60, { sub: 'ada' }), user: ADA });
    const two = await open(springSecurity);
    const newer = accessToken(60, { sub: 'ada' });
    two.auth.setToken(newer);
    one.auth.setUser({ name: 'Ada L.' });
    expect(localStorage.getItem('token')).toBe(newer);
    one.app.destroy();
    expect((await open(springSecurity)).auth.user()).toEqual({ name: 'Ada L.' });
  });
});

describe('setToken in one of two tabs', () => {
  const config = { baseUrl: BASE_URL, backend: refreshBackend };
  const options = { fakeHttp: true, features: [withTokenRefresh()] };
  let one: Tab;

  beforeEach(async () => {
    localStorage.clear();
    one = await openTab(config, options);
    one.auth.setSession({ accessToken: accessToken(60, { sub: 'ada' }), refreshToken: 'first' });
  });
  afterEach(() => closeTabs());

  it('goes on with the refresh token that the other one is granted meanwhile', async () => {
    const two = await openTab(config, options);
    const refreshed = firstValueFrom(two.auth.refresh());
    const call = await nextCall(two, '/refresh');
    const token = accessToken(60, { sub: 'ada' });
    one.auth.setToken(token);
    call.flush({ ...grant(60, 'second'), auth_token: accessToken(60, { sub: 'ada' }) });
    await refreshed;
    for (const { app, auth } of [one, two]) {
      await until(() => app.injector.get(SessionStore).tokens()?.refresh === 'second');
      expect(auth.token()).toBe(token);
    }
  });

  it('keeps the refresh token that another one has stored, before it is told', () => {
    const newer = accessToken(60, { sub: 'ada' });
    const stored = JSON.parse(localStorage.getItem('token.details')!) as object;
    const details = { ...stored, version: 2, refreshToken: 'second', token: newer.slice(-8) };
    localStorage.setItem('token.details', JSON.stringify(details));
    localStorage.setItem('token', newer);
    one.auth.setToken(accessToken(60, { sub: 'ada' }));
    expect(localStorage.getItem('token.details')).toContain('second');
  });
});
