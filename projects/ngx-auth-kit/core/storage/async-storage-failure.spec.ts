import { ApplicationInitStatus, PLATFORM_ID, provideZonelessChangeDetection } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideAuth } from '../config/provide-auth';
import { AuthService } from '../session/auth-service';
import { withRememberMe } from '../session/remember-me/with-remember-me';
import { withLegacyTokens } from '../session/legacy/with-legacy-tokens';
import { accessToken } from '../../test-support/refresh-backend';
import { BASE_URL } from '../../test-support/set-up';
import { known, start, stored } from '../../test-support/late-app';
import { NEVER, SlowStorage } from '../../test-support/slow-storage';
import { until } from '../../test-support/until';

describe('storage that answers promises', () => {
  let warn: jasmine.Spy;

  beforeEach(() => {
    localStorage.clear();
    sessionStorage.clear();
    warn = spyOn(console, 'warn');
  });

  describe('that fails at the first read', () => {
    const rubbish: Record<string, unknown> = {
      'a number': 42,
      'an object': { value: 'x' },
      'a boolean': false,
    };
    for (const [what, answer] of Object.entries(rubbish)) {
      it(`goes on in memory if it answers ${what}`, async () => {
        const storage = new SlowStorage(stored());
        storage.fault = (call) => (call === 'get token' ? answer : undefined);
        const auth = start(storage);
        await known(auth);
        expect(auth.status()).toBe('anonymous');
        expect(warn.calls.allArgs()).toEqual([
          [jasmine.stringContaining(`storage.get("token") answered ${typeof answer}`)],
        ]);
        // Nothing is lost of what is stored.
        expect(storage.entries.size).toBe(2);
      });
    }

    it('takes undefined for nothing', async () => {
      const storage = new SlowStorage();
      storage.get = () => Promise.resolve(undefined as unknown as null);
      const auth = start(storage);
      await known(auth);
      expect(auth.status()).toBe('anonymous');
      expect(warn).not.toHaveBeenCalled();
    });

    for (const [how, fault] of Object.entries({
      rejects: () => Promise.reject(new Error('secret')),
      hangs: () => NEVER,
    })) {
      it(`goes on in memory if it ${how}, and loses nothing`, async () => {
        const storage = new SlowStorage(stored());
        storage.fault = (call) => (call.startsWith('get') ? fault() : undefined);
        const auth = start(storage, [], { requestTimeout: 50 });
        await known(auth);
        expect(auth.status()).toBe('anonymous');
        expect(warn).toHaveBeenCalledTimes(1);
        expect(storage.entries.size).toBe(2);
        auth.setToken(accessToken());
        expect(auth.isAuthenticated()).toBeTrue();
        // The earlier session must not come back with the next page load.
        await until(() => storage.entries.size === 0);
        expect(warn).toHaveBeenCalledTimes(1);
      });
    }
  });

  it('waits for configuration first, and then for the storage', async () => {
    const storage = new SlowStorage(stored());
    TestBed.configureTestingModule({
      providers: [
        provideZonelessChangeDetection(),
        provideAuth(() => Promise.resolve({ baseUrl: BASE_URL, storage })),
      ],
    });
    await TestBed.inject(ApplicationInitStatus).donePromise;
    const auth = TestBed.inject(AuthService);
    expect(auth.token()).toBe(storage.entries.get('token')!);
  });

  it('takes over earlier tokens unless a session of the library is stored', async () => {
    const legacy = accessToken();
    localStorage.setItem('old', legacy);
    const storage = new SlowStorage(stored());
    const feature = withLegacyTokens(['old'], (token) => ({ accessToken: token! }));
    const auth = start(storage, [feature]);
    await known(auth);
    expect(auth.token()).toBe(storage.entries.get('token')!);
    expect(localStorage.getItem('old')).toBeNull();
  });

  it('is told apart from storage that answers at once, which is read at once', () => {
    const entries = new Map(Object.entries(stored()));
    const auth = start({
      get: (key) => entries.get(key) ?? null,
      set: (key, value) => entries.set(key, value),
      remove: (key) => entries.delete(key),
    });
    expect(auth.isAuthenticated()).toBeTrue();
  });

  it('is not read on a server', () => {
    const storage = new SlowStorage(stored());
    TestBed.overrideProvider(PLATFORM_ID, { useValue: 'server' });
    const auth = start(storage);
    expect(auth.status()).toBe('pending');
    expect(storage.calls).toEqual([]);
  });

  it('does not go with withRememberMe()', () => {
    expect(() => start(new SlowStorage(), [withRememberMe()])).toThrowError(/option "storage"/);
  });
});
