import { TestBed } from '@angular/core/testing';
import { provideAuth } from '../../config/provide-auth';
import { accessToken, refreshBackend } from '../../../test-support/refresh-backend';
import { refreshCall } from '../../../test-support/refresh-app';
import { BASE_URL, startFakeHttp } from '../../../test-support/set-up';
import { flaskSession } from '../../backends/flask-session';
import { AuthConfig } from '../../config/auth-config';
import { AuthFeature } from '../../config/auth-feature';
import { AuthService } from '../auth-service';
import { withTokenRefresh } from '../refresh/with-token-refresh';
import { withRememberMe } from '../remember-me/with-remember-me';
import { withLegacyTokens } from './with-legacy-tokens';

const quoted = withLegacyTokens(['token', 'refresh'], (token, refresh) => ({
  accessToken: JSON.parse(token ?? '""') as string,
  refreshToken: refresh ?? undefined,
}));

function start(config: Partial<AuthConfig> = {}, ...features: AuthFeature[]): AuthService {
  TestBed.resetTestingModule();
  return startFakeHttp(
    provideAuth({ baseUrl: BASE_URL, backend: refreshBackend, ...config }, ...features),
  );
}

describe('withLegacyTokens', () => {
  beforeEach(() => {
    localStorage.clear();
    sessionStorage.clear();
  });

  it('takes over a token that was stored as JSON text, with its refresh token', async () => {
    const token = accessToken();
    localStorage.setItem('token', JSON.stringify(token));
    localStorage.setItem('refresh', 'refresh-1');
    const auth = start({}, withTokenRefresh(), quoted);
    expect(auth.token()).toBe(token);
    expect(localStorage.getItem('token')).toBe(token);
    expect(localStorage.getItem('refresh')).toBeNull();
    auth.refresh().subscribe();
    expect((await refreshCall()).request.body).toEqual({ refresh_token: 'refresh-1' });
  });

  it('refreshes at start what has expired', async () => {
    localStorage.setItem('token', JSON.stringify(accessToken(-1)));
    localStorage.setItem('refresh', 'refresh-1');
    const auth = start({}, withTokenRefresh(), quoted);
    expect(auth.status()).toBe('pending');
    expect((await refreshCall()).request.body).toEqual({ refresh_token: 'refresh-1' });
  });

  it('reads one object under another key', () => {
    localStorage.setItem('currentUser', JSON.stringify({ name: 'Ada', jwt: 'opaque' }));
    const feature = withLegacyTokens(['currentUser'], (user) => ({
      accessToken: (JSON.parse(user!) as { jwt: string }).jwt,
    }));
    expect(start({}, feature).token()).toBe('opaque');
    expect(localStorage.getItem('currentUser')).toBeNull();
  });

  it('lets the session of the library count, also over a reload, and removes what is left', () => {
    const auth = start();
    auth.setToken('own');
    localStorage.setItem('refresh', 'old');
    const next = start({}, quoted);
    expect(next.token()).toBe('own');
    expect(localStorage.getItem('refresh')).toBeNull();
  });

  it('does not bring a session back after a sign-out', () => {
    localStorage.setItem('token', '"opaque"');
    start({}, quoted).logout().subscribe();
    expect(start({}, quoted).status()).toBe('anonymous');
  });

  for (const [what, garbage] of Object.entries({
    'that throws': '{',
    'that is malformed': '"a b"',
  })) {
    it(`removes what it cannot read: JSON text ${what}`, () => {
      const warn = spyOn(console, 'warn');
      localStorage.setItem('token', garbage);
      expect(start({}, quoted).status()).toBe('anonymous');
      expect(localStorage.length).toBe(0);
      expect(warn.calls.allArgs().join()).not.toContain('a b');
    });
  }

  it('works with withRememberMe(): what was in sessionStorage stays in the tab', () => {
    sessionStorage.setItem('token', '"opaque"');
    const auth = start({}, withRememberMe(), quoted);
    expect(auth.token()).toBe('opaque');
    expect(sessionStorage.getItem('token')).toBe('opaque');
    expect(localStorage.length).toBe(0);
    expect(start({}, withRememberMe(), quoted).token()).toBe('opaque');
  });

  it('works with a storage of the app', () => {
    localStorage.setItem('token', '"opaque"');
    const values = new Map<string, string>();
    const storage = {
      get: (key: string) => values.get(key) ?? null,
      set: (key: string, value: string) => void values.set(key, value),
      remove: (key: string) => void values.delete(key),
    };
    expect(start({ storage }, quoted).token()).toBe('opaque');
    expect(values.get('token')).toBe('opaque');
    expect(localStorage.length).toBe(0);
  });

  it('refuses a set-up that cannot work', () => {
    expect(() =>
      start(
        {},
        withLegacyTokens([], () => null),
      ),
    ).toThrowError(/withLegacyTokens keys/);
    expect(() => start({ backend: flaskSession }, quoted)).toThrowError(/backend\.session/);
  });
});
