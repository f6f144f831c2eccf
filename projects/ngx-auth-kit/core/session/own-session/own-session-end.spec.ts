import { HttpBackend } from '@angular/common/http';
import { EnvironmentInjector } from '@angular/core';
import { jwt } from '../../../test-support/jwt';
import { openPart } from '../../../test-support/open-part';
import { closeTabs, openTab, Tab } from '../../../test-support/open-tab';
import { countLeftovers, Leftovers } from '../../../test-support/leftovers';
import { refreshBackend } from '../../../test-support/refresh-backend';
import { BASE_URL } from '../../../test-support/set-up';
import { until } from '../../../test-support/until';
import { withIdleTimeout } from '../idle/with-idle-timeout';
import { withTokenRefresh } from '../refresh/with-token-refresh';

const config = { baseUrl: BASE_URL, backend: refreshBackend };

describe('a part with a session of its own that is opened and closed 200 times', () => {
  let leftovers: Leftovers;
  let app: Tab;

  beforeEach(async () => {
    localStorage.clear();
    localStorage.setItem('part', jwt({ exp: 4_000_000_000 }));
    app = await openTab(config, { fakeHttp: true });
    // The page has one such service, which stays.
    open().destroy();
    leftovers = countLeftovers();
  });
  afterEach(() => closeTabs());

  function open(): EnvironmentInjector {
    const { injector, auth } = openPart(app.app.injector, { ...config, tokenKey: 'part' }, [
      withTokenRefresh(),
      withIdleTimeout({ after: 900 }),
    ]);
    expect(auth.isAuthenticated()).toBeTrue();
    auth.checkStatus().subscribe().unsubscribe();
    return injector;
  }

  it('leaves no listener, timer or channel behind', async () => {
    for (let i = 0; i < 200; i++) open().destroy();
    await until(() => leftovers.timers.size === 0);
    expect([leftovers.listeners, leftovers.channels]).toEqual([0, 0]);
  });

  it('leaves nothing behind in the backend of the app', () => {
    const backend = app.app.injector.get(HttpBackend);
    const { handle } = backend;
    for (let i = 0; i < 200; i++) open().destroy();
    expect(backend.handle).toBe(handle);
  });

  it('ends with the app, which Angular does not see to', async () => {
    open();
    app.app.destroy();
    await until(() => leftovers.timers.size === 0);
    // Those of the app were there before the count.
    expect(leftovers.listeners).toBeLessThanOrEqual(0);
    expect(leftovers.channels).toBeLessThanOrEqual(0);
  });
});
