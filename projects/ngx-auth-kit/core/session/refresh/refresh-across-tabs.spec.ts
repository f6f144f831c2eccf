import * as fc from 'fast-check';
import { firstValueFrom } from 'rxjs';
import { AuthBackend } from '../../backends/auth-backend';
import { property } from '../../backends/property';
import { flaskJwtAuth } from '../../backends/flask-jwt-auth';
import { ADA, MockBackend } from '../../../test-support/mock-backend';
import { closeTabs, openTab, Tab } from '../../../test-support/open-tab';
import { grant, refreshBackend, REFUSED, store } from '../../../test-support/refresh-backend';
import { BASE_URL } from '../../../test-support/set-up';
import { until } from '../../../test-support/until';
import { withoutLocks } from '../../../test-support/without-locks';
import { withTokenRefresh } from './with-token-refresh';

const REFRESH_URL = `${BASE_URL}/refresh`;
const features = () => [withTokenRefresh()];

function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

describe('refresh across tabs', () => {
  beforeEach(() => localStorage.clear());
  afterEach(() => closeTabs());

  describe('against a backend that rotates and detects reuse', () => {
    const mock = new MockBackend('refresh-token');
    const config = {
      baseUrl: `${mock.url}/auth`,
      backend: {
        ...flaskJwtAuth,
        endpoints: {
          ...flaskJwtAuth.endpoints,
          refresh: { path: '/refresh' },
          logout: {
            path: '/logout',
            body: (tokens: unknown) => ({ refresh_token: property(tokens, 'refreshToken') }),
          },
        },
      } satisfies AuthBackend,
    };

    async function openTabs(count: number): Promise<Tab[]> {
      await mock.reset();
      await mock.set({ rotation: true });
      const first = await openTab(config, { features: features() });
      await firstValueFrom(first.auth.login(ADA));
      const others = Array.from({ length: count - 1 }, () =>
        openTab(config, { features: features() }),
      );
      return [first, ...(await Promise.all(others))];
    }
    const refreshes = async () =>
      (await mock.requests()).filter(({ path }) => path.endsWith('/refresh')).length;

    it('makes one call for ten tabs whose token is refused at once', async () => {
      const tabs = await openTabs(10);
      await mock.set({ tokenLifetime: 3_600 });
      await fetch(`${mock.url}/__mock/rotate-keys`, { method: 'POST' });
      const answers = await Promise.all(
        tabs.map(({ http }) => firstValueFrom(http.get(`${mock.url}/auth/protected`))),
      );
      expect(answers.length).toBe(10);
      expect(await refreshes()).toBe(1);
      expect(new Set(tabs.map(({ auth }) => auth.token())).size).toBe(1);
      expect(tabs.every(({ auth }) => auth.isAuthenticated())).toBeTrue();
    });

    it('makes one call for ten tabs that hear nothing of each other', async () => {
      spyOn(window, 'BroadcastChannel').and.throwError('denied');
      const tabs = await openTabs(10);
      await fetch(`${mock.url}/__mock/rotate-keys`, { method: 'POST' });
      await Promise.all(
        tabs.map(({ http }) => firstValueFrom(http.get(`${mock.url}/auth/protected`))),
      );
      expect(await refreshes()).toBe(1);
      expect(new Set(tabs.map(({ auth }) => auth.token())).size).toBe(1);
    });

    it('keeps the session over ten rounds of it', async () => {
      const tabs = await openTabs(3);
      for (let round = 1; round <= 10; round++) {
        await fetch(`${mock.url}/__mock/rotate-keys`, { method: 'POST' });
        await Promise.all(
          tabs.map(({ http }) => firstValueFrom(http.get(`${mock.url}/auth/protected`))),
        );
        expect(await refreshes()).toBe(round);
      }
    });
  });

  it('takes over the other tab’s tokens without Web Locks', () =>
    withoutLocks(async () => {
      store({ accessToken: grant().auth_token, refreshToken: 'shared' });
      const config = { baseUrl: BASE_URL, backend: refreshBackend };
      const tabs = await Promise.all([
        openTab(config, { features: features(), fakeHttp: true }),
        openTab(config, { features: features(), fakeHttp: true }),
      ]);
      const outcomes = tabs.map(({ auth }) => firstValueFrom(auth.refresh()));
      const calls = () => tabs.flatMap(({ backend }) => backend!.match(REFRESH_URL));
      const [call] = await until(() => {
        const found = calls();
        return found.length > 0 ? found : null;
      });
      const renewed = grant();
      call!.flush(renewed);
      await Promise.all(outcomes);
      expect(calls()).toEqual([]);
      expect(tabs.map(({ auth }) => auth.token())).toEqual([
        renewed.auth_token,
        renewed.auth_token,
      ]);
    }));

  it('keeps the session when another tab keeps the lock for longer than a call may take', async () => {
    let release: () => void = () => undefined;
    const kept = new Promise<void>((resolve) => (release = resolve));
    void navigator.locks.request('ngx-auth-kit token', () => kept);
    jasmine.clock().install();
    try {
      store({ accessToken: grant().auth_token, refreshToken: 'shared' });
      const tab = await openTab(
        { baseUrl: BASE_URL, backend: refreshBackend, requestTimeout: 20_000 },
        { features: features(), fakeHttp: true },
      );
      const outcome = firstValueFrom(tab.auth.refresh());
      await nextTask();
      jasmine.clock().tick(20_000 + 5_000);
      await expectAsync(outcome).toBeRejectedWith(jasmine.objectContaining({ code: 'timeout' }));
      expect(tab.backend!.match(REFRESH_URL)).toEqual([]);
      expect(tab.auth.isAuthenticated()).toBeTrue();
    } finally {
      jasmine.clock().uninstall();
      release();
    }
  });

  it('leaves no session behind whatever the order of logout, answer and the other tab', async () => {
    const config = { baseUrl: BASE_URL, backend: refreshBackend };
    const steps = [
      'refresh in A',
      'refresh in B',
      'answer A',
      'answer B',
      'request in B',
      'logout',
    ];
    const isSettled = ({ auth }: Tab) => auth.status() === 'anonymous';
    let runs = 0;

    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(steps, { minLength: steps.length }),
        fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 6, maxLength: 6 }),
        fc.constantFrom('A', 'B'),
        fc.boolean(),
        async (order, pauses, whoLogsOut, hearsStorage) => {
          runs++;
          localStorage.clear();
          const old = grant();
          store({ accessToken: old.auth_token, refreshToken: old.refresh_token });
          const [A, B] = await Promise.all([
            openTab(config, { features: features(), fakeHttp: true }),
            openTab(config, { features: features(), fakeHttp: true }),
          ]);
          const answer = ({ backend }: Tab) =>
            backend!.match(REFRESH_URL).forEach((call) => call.cancelled || call.flush(grant()));
          const quiet = { error: () => undefined };
          const actions: Record<string, () => void> = {
            'refresh in A': () => A.auth.refresh().subscribe(quiet),
            'refresh in B': () => B.auth.refresh().subscribe(quiet),
            'answer A': () => answer(A),
            'answer B': () => answer(B),
            'request in B': () => {
              B.http.get('https://api.example.com/data').subscribe(quiet);
              B.backend!.match('https://api.example.com/data').forEach((r) =>
                r.flush(null, REFUSED),
              );
            },
            logout: () => {
              const oldValue = localStorage.getItem('token');
              (whoLogsOut === 'A' ? A : B).auth.logout().subscribe();
              if (!hearsStorage) return;
              const removal = { key: 'token', oldValue, newValue: null, storageArea: localStorage };
              dispatchEvent(new StorageEvent('storage', removal));
            },
          };
          for (const [i, step] of order.entries()) {
            actions[step]!();
            for (let pause = 0; pause < pauses[i]!; pause++) await nextTask();
          }
          // Whatever is still under way gets its answer.
          for (let i = 0; i < 5; i++) {
            await nextTask();
            answer(A);
            answer(B);
          }
          await until(() => isSettled(A) && isSettled(B));
          await nextTask();
          expect([A.auth.token(), B.auth.token(), localStorage.length]).toEqual([null, null, 0]);
          closeTabs();
        },
      ),
      { numRuns: 200 },
    );
    expect(runs).toBeGreaterThanOrEqual(100);
  });

  it('never repeats the request of one user with the token of another', async () => {
    store({ accessToken: grant().auth_token, refreshToken: 'of-the-first' }, 'first');
    const config = { baseUrl: BASE_URL, backend: refreshBackend };
    const tab = await openTab(config, { features: features(), fakeHttp: true });
    const answer = firstValueFrom(tab.http.get('https://api.example.com/data')).catch(
      (error: unknown) => error,
    );
    tab.backend!.expectOne('https://api.example.com/data').flush(null, REFUSED);
    const call = await until(() => tab.backend!.match(REFRESH_URL)[0]);
    tab.auth.setToken('of-the-second');
    call.flush(grant());
    expect(((await answer) as { status: number }).status).toBe(401);
    expect(tab.backend!.match(() => true)).toEqual([]);
    expect(tab.auth.token()).toBe('of-the-second');
    expect(localStorage.getItem('token')).toBe('of-the-second');
  });
});
