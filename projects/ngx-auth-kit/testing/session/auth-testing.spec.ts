import { TestBed } from '@angular/core/testing';
import { Observable } from 'rxjs';
import { AuthError, AuthEventType, AuthService, flaskJwt, flaskSession } from 'ngx-auth-kit';
import { AuthTesting } from './auth-testing';
import { AuthTestingOptions } from './auth-testing-options';
import { provideAuthTesting } from './provide-auth-testing';
import { testToken } from './test-token';

const ADA = { email: 'ada@example.com' };
const CREDENTIALS = { email: 'ada@example.com', password: 'secret' };

let auth: AuthService;
let testing: AuthTesting;
let events: AuthEventType[];

function begin(options: AuthTestingOptions = {}): void {
  TestBed.configureTestingModule({ providers: [provideAuthTesting(options)] });
  auth = TestBed.inject(AuthService);
  testing = TestBed.inject(AuthTesting);
  events = [];
  auth.events.subscribe(({ type }) => events.push(type));
}

/** What a call has come to by now. */
function outcomeOf(call: Observable<unknown>): { value?: unknown; code?: string; done: boolean } {
  const outcome: ReturnType<typeof outcomeOf> = { done: false };
  call.subscribe({
    next: (value) => (outcome.value = value),
    error: (error: AuthError) => Object.assign(outcome, { code: error.code, done: true }),
    complete: () => (outcome.done = true),
  });
  return outcome;
}

describe('AuthTesting, the session', () => {
  it('is what freshToken() tells', () => {
    begin();
    expect(outcomeOf(auth.freshToken())).toEqual({ value: null, done: true });
    testing.signIn(ADA, 'opaque');
    expect(outcomeOf(auth.freshToken())).toEqual({ value: 'opaque', done: true });
    testing.expire();
    expect(outcomeOf(auth.freshToken())).toEqual({ value: null, done: true });
  });

  it('is waited for by freshToken()', async () => {
    begin({ status: 'pending' });
    const outcome = outcomeOf(auth.freshToken());
    expect(outcome).toEqual({ done: false });
    testing.signIn(ADA, 'opaque');
    TestBed.tick();
    expect(outcome).toEqual({ value: 'opaque', done: true });
  });

  it('signs in a user with a token', () => {
    begin();
    testing.signIn(ADA, testToken({ sub: '1' }));
    expect(auth.user()).toEqual(ADA);
    expect(auth.claims()).toEqual({ sub: '1' });
    expect(events).toEqual(['login']);
  });

  it('signs in another user', () => {
    begin({ user: ADA });
    testing.signIn({ email: 'bob@example.com' });
    expect(auth.user()).toEqual({ email: 'bob@example.com' });
    expect(auth.token()).toBe('test-token');
  });

  it('refuses to sign in with a token that the library would not take', () => {
    begin();
    expect(() => testing.signIn(ADA, 'white space')).toThrowError(/malformed/);
    expect(() => testing.succeedNext('login', { token: testToken({ exp: 1 }) })).toThrowError(
      /expired/,
    );
    expect(auth.isAuthenticated()).toBeFalse();
  });

  const ends = [
    ['signOut', 'logout'],
    ['expire', 'expired'],
  ] as const;
  for (const [method, event] of ends) {
    it(`ends the session with ${method}(), without a call`, () => {
      begin({ user: ADA });
      testing[method]();
      expect(auth.status()).toBe('anonymous');
      expect(auth.user()).toBeNull();
      expect(auth.token()).toBeNull();
      expect(events).toEqual(['restored', event]);
      expect(testing.calls).toEqual([]);
    });
  }

  for (const from of ['anonymous', 'authenticated', 'pending'] as const) {
    for (const to of ['anonymous', 'authenticated', 'pending'] as const) {
      it(`goes from ${from} to ${to}`, () => {
        begin({ status: from });
        testing.setStatus(to);
        expect(auth.status()).toBe(to);
        expect(auth.token()).toBe(to === 'authenticated' ? 'test-token' : null);
      });
    }
  }

  it('keeps the user when the status is the same already', () => {
    begin({ user: ADA });
    testing.setStatus('authenticated');
    expect(auth.user()).toEqual(ADA);
  });

  it('ends by itself when its token expires', () => {
    jasmine.clock().install().mockDate();
    try {
      const exp = Date.now() / 1000 + 60;
      begin({ token: testToken({ exp }) });
      jasmine.clock().tick(59_000);
      expect(auth.isAuthenticated()).toBeTrue();
      jasmine.clock().tick(1_001);
      expect(auth.isAuthenticated()).toBeFalse();
    } finally {
      jasmine.clock().uninstall();
    }
  });
});

describe('AuthTesting, the answers', () => {
  it('lets a login succeed by default and names no user', () => {
    begin();
    expect(outcomeOf(auth.login(CREDENTIALS))).toEqual({ value: null, done: true });
    expect(auth.token()).toBe('test-token');
    expect(events).toEqual(['login']);
  });

  it('signs in the user of the answer with its token', () => {
    begin();
    testing.succeedNext('login', { user: ADA, token: testToken({ sub: '1' }) });
    expect(outcomeOf(auth.login(CREDENTIALS)).value).toEqual(ADA);
    expect(auth.user()).toEqual(ADA);
    expect(auth.claims()).toEqual({ sub: '1' });
  });

  it('signs in by cookie without a token', () => {
    begin({ config: { backend: flaskSession } });
    testing.succeedNext('login', { user: ADA });
    expect(outcomeOf(auth.login(CREDENTIALS)).value).toEqual(ADA);
    expect(auth.token()).toBeNull();
    expect(auth.isAuthenticated()).toBeTrue();
  });

  it('fails one login with the code and lets the next succeed', () => {
    begin();
    testing.failNext('login', 'invalid_credentials');
    expect(outcomeOf(auth.login(CREDENTIALS)).code).toBe('invalid_credentials');
    expect(auth.isAuthenticated()).toBeFalse();
    expect(outcomeOf(auth.login(CREDENTIALS)).code).toBeUndefined();
    expect(auth.isAuthenticated()).toBeTrue();
  });

  it('hands an AuthError over as it is', () => {
    begin();
    const error = new AuthError('validation', { fields: { email: 'Taken.' } });
    testing.failNext('register', error);
    const thrown = jasmine.createSpy();
    auth.register(CREDENTIALS).subscribe({ error: thrown });
    expect(thrown).toHaveBeenCalledOnceWith(error);
  });

  it('asks for a second factor where the test says so', () => {
    begin();
    testing.failNext('login', 'second_factor_required');
    expect(outcomeOf(auth.login(CREDENTIALS)).code).toBe('second_factor_required');
    expect(auth.isAuthenticated()).toBeFalse();
  });

  it('answers in the order of the plans, each method for itself', () => {
    begin();
    testing.failNext('login', 'network');
    testing.succeedNext('login', { user: ADA });
    testing.failNext('register', 'rejected');
    expect(outcomeOf(auth.login(CREDENTIALS)).code).toBe('network');
    expect(outcomeOf(auth.login(CREDENTIALS)).value).toEqual(ADA);
    expect(outcomeOf(auth.register(CREDENTIALS)).code).toBe('rejected');
  });

  const registrations = [
    [{ user: ADA }, { user: ADA, authenticated: true }],
    [
      { user: ADA, token: null },
      { user: ADA, authenticated: false },
    ],
  ] as const;
  for (const [answer, value] of registrations) {
    it(`registers with ${JSON.stringify(answer)}: authenticated ${value.authenticated}`, () => {
      begin();
      testing.succeedNext('register', answer);
      expect(outcomeOf(auth.register(CREDENTIALS)).value).toEqual(value);
      expect(auth.isAuthenticated()).toBe(value.authenticated);
    });
  }

  it('holds an answer back until the test lets it go', () => {
    begin();
    const release = testing.holdNext('login');
    testing.failNext('login', 'timeout');
    const outcome = outcomeOf(auth.login(CREDENTIALS));
    expect(outcome.done).toBeFalse();
    release();
    expect(outcome.code).toBe('timeout');
    expect(outcomeOf(auth.login(CREDENTIALS)).done).toBeTrue();
  });

  it('drops an answer that comes after somebody else has signed in', () => {
    begin();
    const release = testing.holdNext('login');
    const outcome = outcomeOf(auth.login(CREDENTIALS));
    testing.signIn(ADA);
    release();
    expect(outcome.code).toBe('session_expired');
    expect(auth.user()).toEqual(ADA);
  });

  it('fails what the backend of the app does not offer, as the app would', () => {
    begin({ user: ADA, config: { backend: flaskJwt } });
    expect(outcomeOf(auth.forgotPassword({})).code).toBe('not_supported');
    expect(outcomeOf(auth.refresh()).code).toBe('not_supported');
  });

  it('notes what was called, with what, in order', () => {
    begin();
    auth.login(CREDENTIALS).subscribe();
    auth.checkStatus().subscribe();
    auth.forgotPassword({ email: 'ada@example.com' }).subscribe();
    auth.logout().subscribe();
    expect(testing.calls).toEqual([
      { method: 'login', input: CREDENTIALS },
      { method: 'checkStatus', input: null },
      { method: 'forgotPassword', input: { email: 'ada@example.com' } },
      { method: 'logout', input: null },
    ]);
  });

  it('notes a call for each subscription, and none without', () => {
    begin();
    const login = auth.login(CREDENTIALS);
    expect(testing.calls.length).toBe(0);
    login.subscribe();
    login.subscribe();
    expect(testing.calls.length).toBe(2);
  });
});

describe('AuthTesting, the session at the backend', () => {
  it('confirms who is signed in', () => {
    begin({ user: ADA });
    expect(outcomeOf(auth.checkStatus()).value).toEqual(ADA);
    testing.succeedNext('checkStatus', { user: { email: 'new@example.com' } });
    auth.checkStatus().subscribe();
    expect(auth.user()).toEqual({ email: 'new@example.com' });
  });

  it('ends a session that a status check finds refused', () => {
    begin({ user: ADA });
    testing.failNext('checkStatus', 'session_expired');
    expect(outcomeOf(auth.checkStatus()).code).toBe('session_expired');
    expect(events).toEqual(['restored', 'refused']);
  });

  it('keeps the session when the backend cannot be asked', () => {
    begin({ user: ADA });
    testing.failNext('checkStatus', 'network');
    expect(outcomeOf(auth.checkStatus()).code).toBe('network');
    expect(auth.user()).toEqual(ADA);
  });

  it('waits with a status check while it is pending who is signed in', async () => {
    begin({ status: 'pending' });
    const asked = new Promise((resolve) => auth.checkStatus().subscribe(resolve));
    testing.signIn(ADA);
    expect(await asked).toEqual(ADA);
    expect(auth.token()).toBe('test-token');
    expect(events).not.toContain('login');
  });

  it('answers a pending status check with nobody when nobody is signed in', async () => {
    begin({ status: 'pending' });
    const asked = new Promise((resolve) => auth.checkStatus().subscribe(resolve));
    testing.signOut();
    expect(await asked).toBeNull();
    expect(auth.status()).toBe('anonymous');
  });

  it('lets a pending status check fail as planned', () => {
    begin({ status: 'pending' });
    testing.failNext('checkStatus', 'network');
    expect(outcomeOf(auth.checkStatus()).code).toBe('network');
    expect(auth.status()).toBe('pending');
  });

  it('renews with the same token, or with that of the answer', () => {
    begin({ user: ADA, token: 'first' });
    expect(outcomeOf(auth.refresh()).done).toBeTrue();
    expect(auth.token()).toBe('first');
    testing.succeedNext('refresh', { token: 'second' });
    auth.refresh().subscribe();
    expect(auth.token()).toBe('second');
    expect(auth.user()).toEqual(ADA);
    expect(events).toEqual(['restored', 'refreshed', 'refreshed']);
  });

  it('ends a session whose renewal is refused, and keeps one whose renewal fails', () => {
    begin({ user: ADA });
    testing.failNext('refresh', 'server_error');
    expect(outcomeOf(auth.refresh()).code).toBe('server_error');
    expect(auth.isAuthenticated()).toBeTrue();
    testing.failNext('refresh', 'session_expired');
    expect(outcomeOf(auth.refresh()).code).toBe('session_expired');
    expect(auth.isAuthenticated()).toBeFalse();
    expect(outcomeOf(auth.refresh()).code).toBe('session_expired');
  });

  it('never renews a session that ended meanwhile', () => {
    begin({ user: ADA });
    const release = testing.holdNext('refresh');
    const outcome = outcomeOf(auth.refresh());
    testing.signOut();
    release();
    expect(outcome.code).toBe('session_expired');
    expect(auth.status()).toBe('anonymous');
  });

  it('signs out here even where the call to the backend fails', () => {
    const warn = spyOn(console, 'warn');
    begin({ user: ADA });
    testing.failNext('logout', 'server_error');
    expect(outcomeOf(auth.logout())).toEqual({ value: undefined, done: true });
    expect(auth.isAuthenticated()).toBeFalse();
    expect(warn).toHaveBeenCalledTimes(1);
  });
});
