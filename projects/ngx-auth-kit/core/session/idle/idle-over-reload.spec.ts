import { AuthConfig } from '../../config/auth-config';
import { callsTo, cookieBackend, nextCall } from '../../../test-support/cookie-tab';
import { delivered } from '../../../test-support/delivered';
import { closeTabs, openTab, Tab } from '../../../test-support/open-tab';
import {
  accessToken,
  grant,
  refreshBackend,
  REFUSED,
  store,
} from '../../../test-support/refresh-backend';
import { BASE_URL } from '../../../test-support/set-up';
import { until } from '../../../test-support/until';
import { withTokenRefresh } from '../refresh/with-token-refresh';
import { withIdleTimeout } from './with-idle-timeout';

const HOURS = 3_600_000;
const refresh = { path: '/refresh', withCredentials: true };

function open(config: Partial<AuthConfig> = {}): Promise<Tab> {
  return openTab(
    { baseUrl: BASE_URL, backend: refreshBackend, ...config },
    { features: [withTokenRefresh(), withIdleTimeout({ after: 1 })], fakeHttp: true },
  );
}

/** The calls that would bring the session back. */
async function revivals(tab: Tab): Promise<number> {
  await delivered();
  callsTo(tab, '/status').forEach((call) => call.flush(null, REFUSED));
  await delivered();
  return callsTo(tab, '/refresh').length;
}

/** Nothing of the session but, with a cookie, that the backend is to be told of its end. */
function atRest(): string[] {
  return Object.keys(localStorage).filter((key) => {
    const isOwed = /^\{"signedOut":"[^"]*"\}$/.test(localStorage.getItem(key) ?? '');
    return !isOwed;
  });
}

describe('a session that was idle for too long before the page is loaded', () => {
  beforeEach(() => {
    localStorage.clear();
    sessionStorage.clear();
    jasmine
      .clock()
      .install()
      .mockDate(new Date(2026, 0, 1));
  });
  afterEach(() => {
    closeTabs();
    jasmine.clock().uninstall();
  });

  it('is over, although its expired token could be refreshed', async () => {
    store({ accessToken: accessToken(-60), refreshToken: 'stored' });
    localStorage.setItem('token.activity', String(Date.now() - 8 * HOURS));
    const tab = await open();
    expect(tab.auth.status()).toBe('anonymous');
    expect(await revivals(tab)).toBe(0);
    expect(tab.auth.status()).toBe('anonymous');
    expect(atRest()).toEqual([]);
  });

  const configs: Record<string, Partial<AuthConfig>> = {
    'a refresh token in a cookie': {
      storage: 'memory',
      backend: { ...refreshBackend, endpoints: { ...refreshBackend.endpoints, refresh } },
    },
    'an expired access cookie': { backend: cookieBackend },
  };
  for (const [what, options] of Object.entries(configs)) {
    it(`is over, although there is ${what}`, async () => {
      const first = await open(options);
      first.auth.login({}).subscribe();
      (await nextCall(first, '/login')).flush(grant(3_600, null));
      await until(() => first.auth.isAuthenticated());
      first.app.destroy();
      jasmine.clock().mockDate(new Date(Date.now() + 8 * HOURS));
      const next = await open(options);
      expect(next.auth.status()).toBe('anonymous');
      await delivered();
      expect(callsTo(next, '/logout').length).toBe(1);
      expect(await revivals(next)).toBe(0);
      expect(next.auth.status()).toBe('anonymous');
      expect(atRest()).toEqual([]);
    });

    it(`goes on if the user was active, with ${what}`, async () => {
      const first = await open(options);
      first.auth.login({}).subscribe();
      (await nextCall(first, '/login')).flush(grant(3_600, null));
      await until(() => first.auth.isAuthenticated());
      first.app.destroy();
      jasmine.clock().tick(500);
      const next = await open(options);
      expect(next.auth.status()).toBe('pending');
      jasmine.clock().tick(499);
      expect(next.auth.status()).toBe('pending');
      jasmine.clock().tick(1);
      expect(next.auth.status()).toBe('anonymous');
    });
  }
});
