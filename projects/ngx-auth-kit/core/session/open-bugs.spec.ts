import { firstValueFrom } from 'rxjs';
import {
  callsTo,
  cookieBackend,
  nextCall,
  openAnonymous,
  openCookieTab,
} from '../../test-support/cookie-tab';
import { delivered } from '../../test-support/delivered';
import { closeTabs, openTab } from '../../test-support/open-tab';
import { grant, refreshBackend, REFUSED } from '../../test-support/refresh-backend';
import { BASE_URL } from '../../test-support/set-up';
import { ownSessionStorage } from '../../test-support/own-session-storage';
import { until } from '../../test-support/until';
import { withIdleTimeout } from './idle/with-idle-timeout';
import { withTokenRefresh } from './refresh/with-token-refresh';

const refresh = { path: '/refresh', withCredentials: true };
const bought = { ...refreshBackend, endpoints: { ...refreshBackend.endpoints, refresh } };
const QUIET = { error: () => undefined };

describe('open bugs', () => {
  beforeEach(() => {
    localStorage.clear();
    sessionStorage.clear();
    spyOn(console, 'warn');
  });
  afterEach(() => closeTabs());

  for (const isCookie of [true, false])
    it(`a dead backend keeps no tab of a visitor waiting (cookie session: ${isCookie})`, async () => {
      jasmine
        .clock()
        .install()
        .mockDate(new Date(2026, 0, 1));
      try {
        const start = Date.now();
        const config = {
          baseUrl: BASE_URL,
          backend: isCookie ? cookieBackend : bought,
          storage: 'memory',
          requestTimeout: 1000,
        } as const;
        const tabs = await Promise.all(
          Array.from({ length: 5 }, () =>
            openTab(config, { features: [withTokenRefresh()], fakeHttp: true }),
          ),
        );
        if (isCookie)
          tabs.forEach((tab) =>
            callsTo(tab, '/status').forEach((call) => call.flush(null, REFUSED)),
          );
        const at: number[] = [];
        tabs.forEach(({ auth }) => {
          const s = () => at.push(Date.now() - start);
          firstValueFrom(auth.checkStatus()).then(s, s);
        });
        if (isCookie) {
          await delivered();
          tabs.forEach((tab) =>
            callsTo(tab, '/status').forEach((call) => call.flush(null, REFUSED)),
          );
        }
        await until(() => tabs.some((tab) => callsTo(tab, '/refresh').length > 0));
        while (at.length < 5 && Date.now() - start < 10_000) {
          jasmine.clock().tick(100);
          await delivered();
        }
        expect(at.every((t) => t <= 2000))
          .withContext(String(at))
          .toBeTrue();
      } finally {
        jasmine.clock().uninstall();
      }
    });

  it('a refusal of older credentials, told by another tab, ends nothing', async () => {
    const own = ownSessionStorage();
    const tab = await openTab(
      { baseUrl: BASE_URL, backend: refreshBackend, storage: 'session' },
      { features: [withTokenRefresh()], fakeHttp: true, providers: [own.provider] },
    );
    tab.auth.login({}).subscribe();
    (await nextCall(tab, '/login')).flush(grant());
    const { sessionId } = JSON.parse(own.storage.get('token.details')!) as { sessionId: string };
    tab.auth.refresh().subscribe();
    (await nextCall(tab, '/refresh')).flush(grant());
    await delivered();
    const channel = new BroadcastChannel('ngx-auth-kit token');
    channel.postMessage({ type: 'ended', id: sessionId, version: 1 });
    await delivered();
    channel.close();
    expect(tab.auth.isAuthenticated()).toBeTrue();
  });

  it('the activity of an anonymous visit is not that of a later session', async () => {
    jasmine
      .clock()
      .install()
      .mockDate(new Date(2026, 0, 1));
    try {
      const features = () => [withIdleTimeout({ after: 60 })];
      const first = await openAnonymous(features());
      expect(JSON.stringify({ ...localStorage })).toBe('{}');
      first.app.destroy();
      jasmine.clock().mockDate(new Date(Date.now() + 8 * 3_600_000));
      const next = await openCookieTab(features());
      expect(next.auth.status()).toBe('pending');
      callsTo(next, '/status').forEach((c) => c.flush({ data: { email: 'sso' } }));
      await delivered();
      expect(next.auth.status()).toBe('authenticated');
    } finally {
      jasmine.clock().uninstall();
    }
  });

  it('cancels a login under way, calls the backend after it and outlasts a reload', async () => {
    const tab = await openAnonymous();
    tab.auth.login({}).subscribe(QUIET);
    const login = await nextCall(tab, '/login');
    tab.auth.logout().subscribe();
    expect(login.cancelled).toBeTrue();
    await nextCall(tab, '/logout');
    tab.app.destroy();
    const next = await openCookieTab();
    expect(next.auth.status()).toBe('anonymous');
    expect(callsTo(next, '/status')).toEqual([]);
  });
});
