import { HttpClient } from '@angular/common/http';
import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { firstValueFrom, lastValueFrom, Observable } from 'rxjs';
import { AuthBackend } from '../backends/auth-backend';
import { flaskSession } from '../backends/flask-session';
import { AuthFeature } from '../config/auth-feature';
import { injectAuthFetch } from '../http/inject-auth-fetch';
import { AuthEvent } from '../session/auth-event';
import { AuthService } from '../session/auth-service';
import { withIdleTimeout } from '../session/idle/with-idle-timeout';
import { withTokenRefresh } from '../session/refresh/with-token-refresh';
import {
  accessToken,
  answerLogin,
  appRequests,
  grant,
  one,
  refreshBackend,
} from '../../test-support/refresh-backend';
import { known, start, stored } from '../../test-support/late-app';
import { held, NEVER, SlowStorage } from '../../test-support/slow-storage';
import { until } from '../../test-support/until';

const withoutLogout: AuthBackend = {
  ...refreshBackend,
  endpoints: { ...refreshBackend.endpoints, logout: undefined },
};

describe('storage that answers promises', () => {
  let warn: jasmine.Spy;

  beforeEach(() => {
    localStorage.clear();
    sessionStorage.clear();
    warn = spyOn(console, 'warn');
  });

  describe('before the first read', () => {
    it('leaves the status pending, and restores the session then', async () => {
      const storage = new SlowStorage(stored());
      const { promise, release } = held();
      storage.fault = () => promise;
      const auth = start(storage);
      const events: AuthEvent[] = [];
      auth.events.subscribe((event) => events.push(event));
      expect(auth.status()).toBe('pending');
      expect(auth.token()).toBeNull();
      release();
      await known(auth);
      expect(auth.token()).toBe(storage.entries.get('token')!);
      expect(events).toEqual([{ type: 'restored', fromThisTab: true }]);
      expect(warn).not.toHaveBeenCalled();
    });

    it('is over with nobody signed in if nothing is stored', async () => {
      const auth = start(new SlowStorage());
      expect(auth.status()).toBe('pending');
      await known(auth);
      expect(auth.status()).toBe('anonymous');
      expect(warn).not.toHaveBeenCalled();
    });

    it('keeps guards from deciding', async () => {
      const storage = new SlowStorage(stored());
      const { promise, release } = held();
      storage.fault = () => promise;
      start(storage);
      const router = TestBed.inject(Router);
      const navigated = router.navigateByUrl('/account');
      await until(() => storage.calls.length > 0);
      await new Promise((resolve) => requestAnimationFrame(resolve));
      expect(router.url).toBe('/');
      release();
      await navigated;
      expect(router.url).toBe('/account');
    });

    it('keeps requests from being sent, with or without a token', async () => {
      const storage = new SlowStorage(stored());
      const { promise, release } = held();
      storage.fault = () => promise;
      start(storage);
      TestBed.inject(HttpClient).get('https://api.example.com/things').subscribe();
      await until(() => storage.calls.length > 0);
      expect(appRequests()).toEqual([]);
      release();
      const [request] = await until(() => {
        const found = appRequests();
        return found.length > 0 ? found : null;
      });
      const token = storage.entries.get('token');
      expect(request!.request.headers.get('Authorization')).toBe(`Bearer ${token}`);
    });

    it('keeps requests of injectAuthFetch() from being sent, which then carry the token', async () => {
      const sent = spyOn(window, 'fetch').and.resolveTo(new Response());
      const storage = new SlowStorage(stored());
      const { promise, release } = held();
      storage.fault = () => promise;
      start(storage);
      const authFetch = TestBed.runInInjectionContext(injectAuthFetch);
      const answer = authFetch('https://api.example.com/things');
      await until(() => storage.calls.length > 0);
      expect(sent).not.toHaveBeenCalled();
      release();
      expect((await answer).ok).toBeTrue();
      const { headers } = sent.calls.mostRecent().args[1]!;
      const token = storage.entries.get('token');
      expect(new Headers(headers).get('Authorization')).toBe(`Bearer ${token}`);
    });

    for (const [what, act] of Object.entries({
      login: (auth: AuthService) => auth.login({}),
      register: (auth: AuthService) => auth.register({}),
      status: (auth: AuthService) => auth.checkStatus(),
      refresh: (auth: AuthService) => auth.refresh(),
    })) {
      it(`keeps ${what} from calling the backend`, async () => {
        const storage = new SlowStorage(stored());
        const { promise, release } = held();
        storage.fault = () => promise;
        const auth = start(storage, [withTokenRefresh()]);
        (act(auth) as Observable<unknown>).subscribe();
        await until(() => storage.calls.length > 0);
        TestBed.inject(HttpClient);
        expect(() => one(`/${what}`)).toThrow();
        release();
        await until(() => {
          try {
            return one(`/${what}`);
          } catch {
            return null;
          }
        });
      });
    }

    it('keeps the question about a cookie from being asked', async () => {
      const storage = new SlowStorage();
      const { promise, release } = held();
      storage.fault = () => promise;
      const auth = start(storage, [], { backend: flaskSession });
      const asked = () => TestBed.inject(HttpTestingController).match(() => true);
      await until(() => storage.calls.length > 0);
      expect(asked()).toEqual([]);
      release();
      const [question] = await until(() => {
        const found = asked();
        return found.length > 0 ? found : null;
      });
      question!.flush({ status: true });
      await known(auth);
      expect(auth.isAuthenticated()).toBeTrue();
      await until(() => storage.entries.has('token.details'));
    });

    it('keeps a sign-out waiting, which then removes the session', async () => {
      const storage = new SlowStorage(stored());
      const auth = start(storage);
      auth.logout().subscribe();
      await until(() => storage.entries.size === 0);
      expect(auth.status()).toBe('anonymous');
    });

    it('takes a session that the app gives, which counts', async () => {
      const storage = new SlowStorage(stored());
      const { promise, release } = held();
      storage.fault = () => promise;
      const auth = start(storage);
      const token = accessToken();
      expect(auth.setToken(token)).toBeTrue();
      expect(auth.token()).toBe(token);
      release();
      await until(() => storage.entries.get('token') === token);
      expect(auth.token()).toBe(token);
      expect(storage.entries.get('token.details')).not.toContain('session-1');
    });
  });

  describe('writes', () => {
    async function signedIn(storage: SlowStorage, features: AuthFeature[] = []) {
      const auth = start(storage, features);
      await known(auth);
      auth.login({}).subscribe();
      await until(() => {
        try {
          answerLogin(grant());
          return true;
        } catch {
          return false;
        }
      });
      return auth;
    }

    it('what a sign-in begins, so that the next page load finds it', async () => {
      const storage = new SlowStorage();
      const auth = await signedIn(storage);
      await until(() => storage.entries.has('token'));
      const token = auth.token();
      TestBed.resetTestingModule();
      const next = start(storage);
      await known(next);
      expect(next.token()).toBe(token);
      expect(next.isAuthenticated()).toBeTrue();
    });

    it('are over when a sign-in and a sign-out say so: the app may leave the page then', async () => {
      const storage = new SlowStorage();
      const auth = start(storage, [], { backend: withoutLogout });
      await known(auth);
      const signedIn = firstValueFrom(auth.login({}));
      answerLogin(grant());
      expect(auth.isAuthenticated()).toBeTrue();
      await signedIn;
      expect(storage.entries.get('token')).toBe(auth.token()!);
      await lastValueFrom(auth.logout(), { defaultValue: undefined });
      expect(storage.entries.size).toBe(0);
    });

    it('that never end hold a sign-in up no longer than a call of the backend', async () => {
      const storage = new SlowStorage();
      const auth = start(storage, [], { requestTimeout: 20 });
      await known(auth);
      storage.fault = () => NEVER;
      const signedIn = firstValueFrom(auth.login({}));
      answerLogin(grant());
      await signedIn;
      expect(auth.isAuthenticated()).toBeTrue();
    });

    it('removes everything at a sign-out, also while the sign-in is still being written', async () => {
      const storage = new SlowStorage();
      const { promise, release } = held();
      storage.fault = (call) => (call === 'set token.details' ? promise : undefined);
      const auth = await signedIn(storage, [withIdleTimeout({ after: 900 })]);
      await until(() => storage.calls.includes('set token.details'));
      auth.logout().subscribe();
      release();
      await until(() => storage.calls.includes('remove token.details'));
      await until(() => storage.entries.size === 0);
      expect(storage.calls.indexOf('set token')).toBeLessThan(
        storage.calls.indexOf('remove token'),
      );
    });

    it('the token last', async () => {
      const storage = new SlowStorage();
      await signedIn(storage);
      await until(() => storage.entries.has('token'));
      const sets = storage.calls.filter((call) => call.startsWith('set'));
      expect(sets).toEqual(['set token.details', 'set token']);
    });

    for (const key of ['token', 'token.details', 'token.activity']) {
      for (const [how, fault] of Object.entries({
        rejects: () => Promise.reject(new DOMException('secret', 'QuotaExceededError')),
        throws: () => {
          throw new DOMException('secret', 'QuotaExceededError');
        },
        hangs: () => NEVER,
      })) {
        it(`leaves nothing and goes on in memory if "${key}" ${how}`, async () => {
          const storage = new SlowStorage(stored());
          storage.fault = (call) => (call === `set ${key}` ? fault() : undefined);
          const auth = start(storage, [withIdleTimeout({ after: 900 })], { requestTimeout: 50 });
          await known(auth);
          const token = accessToken();
          auth.setToken(token);
          await until(() => storage.calls.includes(`set ${key}`));
          await until(() => storage.entries.size === 0);
          await until(() => warn.calls.count() > 0);
          expect(auth.token()).toBe(token);
          expect(warn).toHaveBeenCalledTimes(1);
          const [message] = warn.calls.first().args as [string];
          expect(message).toContain(`storage.set("${key}")`);
          expect(message).not.toContain('secret');
          auth.logout().subscribe();
          await until(() => auth.status() === 'anonymous');
          expect(storage.entries.size).toBe(0);
          expect(
            warn.calls.allArgs().filter(([text]) => String(text).includes('storage')).length,
          ).toBe(1);
        });
      }
    }

    it('removes what is written too late', async () => {
      const storage = new SlowStorage();
      const { promise, release } = held();
      storage.fault = (call) => (call === 'set token.details' ? promise : undefined);
      const auth = start(storage, [], { requestTimeout: 50 });
      await known(auth);
      auth.setToken(accessToken());
      await until(() => warn.calls.count() > 0);
      release();
      const removals = () => storage.calls.filter((call) => call === 'remove token.details').length;
      await until(() => removals() > 1);
      await until(() => storage.entries.size === 0);
      expect(storage.calls).not.toContain('set token');
    });
  });
});
