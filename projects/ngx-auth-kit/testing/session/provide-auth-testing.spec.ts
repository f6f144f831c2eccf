import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { EnvironmentProviders, Provider } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Observable } from 'rxjs';
import {
  AuthEvent,
  authInterceptor,
  AuthService,
  AuthStorage,
  flaskJwtExtended,
  flaskSession,
  provideAuth,
  withStatusCheck,
  withTokenRefresh,
} from 'ngx-auth-kit';
import { AuthTesting } from './auth-testing';
import { AuthTestingOptions } from './auth-testing-options';
import { provideAuthTesting } from './provide-auth-testing';
import { testToken } from './test-token';

const ADA = { email: 'ada@example.com' };

function set(
  options: AuthTestingOptions = {},
  ...before: (Provider | EnvironmentProviders)[]
): AuthService {
  TestBed.configureTestingModule({ providers: [...before, provideAuthTesting(options)] });
  return TestBed.inject(AuthService);
}

describe('provideAuthTesting', () => {
  const starts: [AuthTestingOptions, object][] = [
    [{}, { status: 'anonymous', isAuthenticated: false, user: null, token: null }],
    [{ status: 'anonymous' }, { status: 'anonymous', token: null }],
    [{ user: null }, { status: 'anonymous' }],
    [{ status: 'pending' }, { status: 'pending', isAuthenticated: false, token: null }],
    [
      { status: 'authenticated' },
      { status: 'authenticated', isAuthenticated: true, user: null, token: 'test-token' },
    ],
    [{ user: ADA }, { status: 'authenticated', user: ADA, token: 'test-token', claims: null }],
    [{ token: 'opaque' }, { status: 'authenticated', user: null, token: 'opaque', claims: null }],
    [
      { token: testToken({ sub: '1' }), user: ADA },
      { status: 'authenticated', user: ADA, claims: { sub: '1' }, expiresAt: null },
    ],
    [
      { user: ADA, status: 'authenticated' },
      { status: 'authenticated', user: ADA },
    ],
    [
      { user: ADA, config: { backend: flaskSession } },
      { status: 'authenticated', user: ADA, token: null },
    ],
    [{ config: { backend: flaskSession } }, { status: 'anonymous' }],
    [{ status: 'pending', config: { backend: flaskSession } }, { status: 'pending' }],
  ];
  for (const [options, expected] of starts) {
    it(`begins ${JSON.stringify(expected)} with ${JSON.stringify(options)}`, () => {
      const auth = set(options);
      for (const [name, value] of Object.entries(expected)) {
        expect(auth[name as 'status']())
          .withContext(name)
          .toEqual(value);
      }
    });
  }

  const expired = testToken({ exp: 1 });
  const contradictions: [AuthTestingOptions, RegExp][] = [
    [{ user: ADA, status: 'anonymous' }, /status "anonymous" contradicts the user\./],
    [{ token: 'opaque', status: 'pending' }, /status "pending" contradicts the token\./],
    [{ user: ADA, token: 'opaque', status: 'pending' }, /contradicts the user and the token\./],
    [{ token: 'white space' }, /the token is malformed/],
    [{ token: '' }, /the token is malformed/],
    [{ token: expired }, /the token has expired/],
    [{ token: 'opaque', config: { backend: flaskSession } }, /no sense with a cookie session/],
    [{ config: { baseUrl: 'nowhere' } }, /option "baseUrl"/],
  ];
  for (const [options, message] of contradictions) {
    it(`refuses ${JSON.stringify(options)} at once, without showing the token`, () => {
      expect(() => provideAuthTesting(options)).toThrowError(message);
      expect(() => provideAuthTesting(options)).not.toThrowError(new RegExp(expired));
    });
  }

  it('tells of the session at the start as an app does that was reloaded', () => {
    const events: AuthEvent[] = [];
    set({ user: ADA }).events.subscribe((event) => events.push(event));
    expect(events).toEqual([{ type: 'restored', fromThisTab: true }]);
  });

  it('needs no HttpClient and no router', () => {
    const auth = set();
    auth.login({}).subscribe();
    expect(auth.isAuthenticated()).toBeTrue();
  });

  it('sends no request to an auth endpoint, whatever is called', () => {
    const auth = set(
      { user: ADA },
      provideHttpClient(withInterceptors([authInterceptor])),
      provideHttpClientTesting(),
    );
    const calls: Observable<unknown>[] = [
      auth.checkStatus(),
      auth.refresh(),
      auth.changePassword({}),
      auth.logout(),
      auth.login({}),
      auth.register({}),
      auth.forgotPassword({}),
      auth.resetPassword({}),
      auth.verifyEmail({}),
    ];
    let completed = 0;
    calls.forEach((call) => call.subscribe({ complete: () => completed++ }));
    expect(completed).toBe(calls.length);
    TestBed.inject(HttpTestingController).verify();
  });

  it('stores nothing, not even in the storage of the configuration', () => {
    localStorage.clear();
    sessionStorage.clear();
    const storage = jasmine.createSpyObj<AuthStorage>(['get', 'set', 'remove']);
    const auth = set({ token: 'opaque', config: { storage } });
    auth.logout().subscribe();
    auth.login({}).subscribe();
    expect(localStorage.length + sessionStorage.length).toBe(0);
    expect(storage.get).not.toHaveBeenCalled();
    expect(storage.set).not.toHaveBeenCalled();
    expect(storage.remove).not.toHaveBeenCalled();
  });

  it('reads nothing that an app has stored', () => {
    localStorage.setItem('token', 'left-by-an-app');
    expect(set().token()).toBeNull();
    expect(localStorage.getItem('token')).toBe('left-by-an-app');
    localStorage.removeItem('token');
  });

  for (const backend of [flaskJwtExtended, flaskSession]) {
    it(`leaves no listener and opens no channel (session: ${backend.session ?? 'token'})`, () => {
      const added = spyOn(window, 'addEventListener').and.callThrough();
      const removed = spyOn(window, 'removeEventListener').and.callThrough();
      const channel = spyOn(window, 'BroadcastChannel').and.callThrough();
      set({ user: ADA, config: { backend } }).logout().subscribe();
      expect(added).toHaveBeenCalled();
      TestBed.resetTestingModule();
      const kept = added.calls
        .allArgs()
        .filter(
          ([type, listener]) =>
            !removed.calls.allArgs().some(([t, l]) => t === type && l === listener),
        );
      expect(kept).toEqual([]);
      expect(channel).not.toHaveBeenCalled();
    });
  }

  it('leaks nothing from one TestBed to the next, also with the same providers', () => {
    const providers = [provideAuthTesting({ user: ADA })];
    TestBed.configureTestingModule({ providers });
    const first = TestBed.inject(AuthTesting);
    first.signIn({ email: 'eve@example.com' }, 'hers');
    first.failNext('login', 'network');
    TestBed.inject(AuthService).checkStatus().subscribe();

    TestBed.resetTestingModule().configureTestingModule({ providers });
    const auth = TestBed.inject(AuthService);
    expect(auth.user()).toEqual(ADA);
    expect(auth.token()).toBe('test-token');
    expect(TestBed.inject(AuthTesting).calls).toEqual([]);
    let failed = false;
    auth.login({}).subscribe({ error: () => (failed = true) });
    expect(failed).toBeFalse();
    first.signOut();
    expect(auth.isAuthenticated()).toBeTrue();
  });

  it('wins over the providers of the app when it comes after them', () => {
    const app = provideAuth(
      { baseUrl: '/app', backend: flaskJwtExtended },
      withTokenRefresh(),
      withStatusCheck(),
    );
    const auth = set({ user: ADA }, provideHttpClient(), app);
    expect(auth.user()).toEqual(ADA);
    expect(TestBed.inject(AuthTesting).calls).toEqual([]);
    TestBed.inject(AuthTesting).expire();
    expect(auth.status()).toBe('anonymous');
  });
});
