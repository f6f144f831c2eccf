import { TestBed } from '@angular/core/testing';
import { AuthBackend } from '../../backends/auth-backend';
import { flaskJwtAuth } from '../../backends/flask-jwt-auth';
import { AuthConfig } from '../../config/auth-config';
import { jwt, secondsFromNow } from '../../../test-support/jwt';
import { authProviders } from '../../../test-support/set-up';
import { AuthEvent } from '../auth-event';
import { AuthService } from '../auth-service';
import { StoredSession } from './stored-session';

function start(config: Partial<AuthConfig> = {}): AuthService {
  TestBed.resetTestingModule();
  TestBed.configureTestingModule({ providers: authProviders(config) });
  return TestBed.inject(AuthService);
}

/** Says nobody who is signed in. */
const unasked: AuthBackend = { ...flaskJwtAuth, endpoints: { login: { path: '/login' } } };

describe('a session in storage', () => {
  beforeEach(() => {
    localStorage.clear();
    sessionStorage.clear();
  });

  it('comes back at the next start, and says so', () => {
    start().setToken(jwt({ sub: 1 }));
    const auth = start();
    const events: AuthEvent[] = [];
    auth.events.subscribe((event) => events.push(event));
    expect(auth.status()).toBe('authenticated');
    expect(auth.claims()).toEqual({ sub: 1 });
    expect(events).toEqual([{ type: 'restored', fromThisTab: true }]);
  });

  it('is kept under tokenKey, as it is', () => {
    start({ tokenKey: 'my-token' }).setToken('opaque');
    expect(localStorage.getItem('my-token')).toBe('opaque');
    expect(Object.keys(localStorage).sort()).toEqual(['my-token', 'my-token.details']);
  });

  it('is kept for the tab with session storage', () => {
    start({ storage: 'session' }).setToken('opaque');
    expect(localStorage.length).toBe(0);
    expect(sessionStorage.getItem('token')).toBe('opaque');
    expect(start({ storage: 'session' }).token()).toBe('opaque');
  });

  it('is kept for the page with memory', () => {
    start({ storage: 'memory' }).setToken('opaque');
    expect(localStorage.length + sessionStorage.length).toBe(0);
    expect(start({ storage: 'memory' }).status()).toBe('anonymous');
  });

  it('is kept in a storage of the user’s own', () => {
    const values = new Map<string, string>();
    const storage = {
      get: (key: string) => values.get(key) ?? null,
      set: (key: string, value: string) => void values.set(key, value),
      remove: (key: string) => void values.delete(key),
    };
    start({ storage }).setToken('opaque');
    expect(values.get('token')).toBe('opaque');
    expect(start({ storage }).token()).toBe('opaque');
  });

  const unusable: Record<string, string> = {
    'an empty value': '',
    'the word null': 'null',
    garbage: '{"token":"abc"}',
    'an unsigned token': jwt({}, { alg: 'none' }),
  };
  for (const [what, value] of Object.entries(unusable)) {
    it(`is removed when it is ${what}`, () => {
      localStorage.setItem('token', value);
      expect(start().status()).toBe('anonymous');
      expect(localStorage.getItem('token')).toBeNull();
    });
  }

  it('is removed when it is an expired token that nobody can be asked about', () => {
    localStorage.setItem('token', jwt({ exp: secondsFromNow(-1) }));
    expect(start({ backend: unasked }).status()).toBe('anonymous');
    expect(localStorage.getItem('token')).toBeNull();
  });

  it('survives garbage beside the token', () => {
    localStorage.setItem('token', 'opaque');
    localStorage.setItem('token.details', '{"refreshToken":');
    expect(start().token()).toBe('opaque');
  });

  it('keeps two apps in one page apart in memory', () => {
    const first = start({ storage: 'memory' });
    first.setToken('first');
    TestBed.resetTestingModule();
    expect(start({ storage: 'memory' }).token()).toBeNull();
  });
});

describe('a session whose token expires, where nobody can be asked,', () => {
  beforeEach(() => {
    localStorage.clear();
    jasmine
      .clock()
      .install()
      .mockDate(new Date(2026, 0, 1));
  });
  afterEach(() => jasmine.clock().uninstall());

  it('ends at that moment', () => {
    const auth = start({ backend: unasked });
    const events: string[] = [];
    auth.events.subscribe(({ type }) => events.push(type));
    auth.setToken(jwt({ exp: secondsFromNow(10) }));
    jasmine.clock().tick(9_999);
    expect(auth.isAuthenticated()).toBeTrue();
    jasmine.clock().tick(1);
    expect(auth.isAuthenticated()).toBeFalse();
    expect(localStorage.getItem('token')).toBeNull();
    expect(events).toEqual(['login', 'expired']);
  });

  for (const days of [24, 25, 60, 365, 36_500]) {
    it(`lasts its ${days} days, however long timers may be`, () => {
      const auth = start({ backend: unasked });
      auth.setToken(jwt({ exp: secondsFromNow(days * 86_400) }));
      jasmine.clock().tick(1_000);
      expect(auth.isAuthenticated()).toBeTrue();
      jasmine.clock().tick((days - 1) * 86_400_000);
      expect(auth.isAuthenticated()).toBeTrue();
      jasmine.clock().tick(86_400_000);
      expect(auth.isAuthenticated()).toBeFalse();
    });
  }

  it('ends when the page comes back from sleep, before the timer fires', () => {
    const auth = start({ backend: unasked });
    auth.setToken(jwt({ exp: secondsFromNow(3_600) }));
    jasmine.clock().mockDate(new Date(2026, 0, 2));
    dispatchEvent(new Event('pageshow'));
    expect(auth.isAuthenticated()).toBeFalse();
  });

  it('does not end the session that replaced it', () => {
    const auth = start({ backend: unasked });
    auth.setToken(jwt({ exp: secondsFromNow(10) }));
    auth.setToken(jwt({ exp: secondsFromNow(100) }));
    jasmine.clock().tick(50_000);
    expect(auth.isAuthenticated()).toBeTrue();
  });

  it('waits for nothing once the app is gone', () => {
    start({ backend: unasked }).setToken(jwt({ exp: secondsFromNow(10) }));
    TestBed.resetTestingModule();
    localStorage.setItem('token', 'of another app');
    jasmine.clock().tick(20_000);
    dispatchEvent(new Event('pageshow'));
    expect(localStorage.getItem('token')).toBe('of another app');
  });
});

describe('the timer of a session', () => {
  it('is never set for longer than browsers keep', () => {
    localStorage.clear();
    const set = spyOn(window, 'setTimeout').and.callThrough();
    start().setToken(jwt({ exp: secondsFromNow(365 * 86_400) }));
    const delays = set.calls.allArgs().map(([, delay]) => delay);
    expect(delays.length).toBeGreaterThan(0);
    expect(Math.max(...delays.map(Number))).toBe(2 ** 31 - 1);
  });
});

describe('storage that fails', () => {
  const methods = ['get', 'set', 'remove'] as const;
  for (const failing of [...methods, 'everything'] as const) {
    it(`falls back to memory with one warning (${failing} throws)`, () => {
      spyOn(console, 'warn');
      const broken = (name: string) => () => {
        if (failing === name || failing === 'everything')
          throw new DOMException('', 'SecurityError');
        return null;
      };
      const storage = { get: broken('get'), set: broken('set'), remove: broken('remove') };
      const auth = start({ storage });
      expect(auth.setToken('opaque')).toBeTrue();
      expect(auth.token()).toBe('opaque');
      auth.logout().subscribe();
      expect(auth.token()).toBeNull();
      expect(auth.setToken('again')).toBeTrue();
      expect(console.warn).toHaveBeenCalledTimes(1);
    });
  }

  it('keeps a restored session when it fails later', () => {
    spyOn(console, 'warn');
    const values = new Map([['token', 'opaque']]);
    let broken = false;
    const guarded = <T>(action: () => T) => {
      if (broken) throw new DOMException('', 'InvalidStateError');
      return action();
    };
    const storage = {
      get: (key: string) => guarded(() => values.get(key) ?? null),
      set: (key: string, value: string) => guarded(() => void values.set(key, value)),
      remove: (key: string) => guarded(() => void values.delete(key)),
    };
    const auth = start({ storage });
    broken = true;
    expect(TestBed.inject(StoredSession).read().session?.tokens?.access.value).toBe('opaque');
    expect(auth.isAuthenticated()).toBeTrue();
    expect(console.warn).toHaveBeenCalledTimes(1);
  });

  it('does not leave an older session behind when it is full', () => {
    spyOn(console, 'warn');
    const values = new Map([['token', 'older']]);
    const storage = {
      get: (key: string) => values.get(key) ?? null,
      set: () => {
        throw new DOMException('', 'QuotaExceededError');
      },
      remove: (key: string) => void values.delete(key),
    };
    const auth = start({ storage });
    expect(auth.token()).toBe('older');
    auth.setToken('newer');
    expect(auth.token()).toBe('newer');
    expect(values.size).toBe(0);
  });

  for (const value of [undefined, 42, {}, []]) {
    it(`takes ${JSON.stringify(value)} from a storage of the user's own for nothing`, () => {
      const get = () => value as unknown as string;
      const auth = start({ storage: { get, set: () => undefined, remove: () => undefined } });
      expect(auth.status()).toBe('anonymous');
    });
  }
});
