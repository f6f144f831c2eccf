import { TestBed } from '@angular/core/testing';
import { flaskJwtAuth } from '../../backends/flask-jwt-auth';
import { jwt } from '../../../test-support/jwt';
import { countLeftovers } from '../../../test-support/leftovers';
import { closeTabs, openTab } from '../../../test-support/open-tab';
import { BASE_URL, setUpFakeHttp } from '../../../test-support/set-up';
import { until } from '../../../test-support/until';
import { AuthEvent } from '../auth-event';
import { AuthService } from '../auth-service';

const config = { baseUrl: BASE_URL };
const fake = { fakeHttp: true };

function eventsOf(auth: AuthService): AuthEvent[] {
  const events: AuthEvent[] = [];
  auth.events.subscribe((event) => events.push(event));
  return events;
}

/** What the browser tells this tab of another one. */
function tell(init: StorageEventInit): void {
  dispatchEvent(new StorageEvent('storage', { storageArea: localStorage, ...init }));
}

describe('tabs', () => {
  beforeEach(() => {
    localStorage.clear();
    sessionStorage.clear();
  });
  afterEach(() => closeTabs());

  it('sign out together', async () => {
    localStorage.setItem('token', 'opaque');
    const [first, ...others] = await Promise.all(
      Array.from({ length: 5 }, () => openTab(config, fake)),
    );
    const events = others.map(({ auth }) => eventsOf(auth));
    const since = performance.now();
    first!.auth.logout().subscribe();
    await until(() => others.every(({ auth }) => auth.status() === 'anonymous'));
    expect(performance.now() - since).toBeLessThan(250);
    for (const told of events) {
      expect(told.at(-1)).toEqual({ type: 'logout', fromThisTab: false });
    }
  });

  it('sign in together', async () => {
    const [first, second] = await Promise.all([openTab(config, fake), openTab(config, fake)]);
    const events = eventsOf(second.auth);
    first.auth.setToken('opaque');
    await until(() => second.auth.isAuthenticated());
    expect(second.auth.token()).toBe('opaque');
    expect(events).toEqual([{ type: 'login', fromThisTab: false }]);
  });

  it('follow another user', async () => {
    localStorage.setItem('token', jwt({ sub: 1 }));
    const [first, second] = await Promise.all([openTab(config, fake), openTab(config, fake)]);
    first.auth.setToken(jwt({ sub: 2 }));
    await until(() => second.auth.claims()?.['sub'] === 2);
    expect(second.auth.user()).toBeNull();
  });

  for (const storage of ['session', 'memory'] as const) {
    it(`go their own ways with ${storage} storage`, async () => {
      const [first, second] = await Promise.all([
        openTab({ ...config, storage: 'memory' }, fake),
        openTab({ ...config, storage }, fake),
      ]);
      first.auth.setToken('first');
      second.auth.setToken('second');
      first.auth.logout().subscribe();
      // A third tab of the shared kind would have been told by now.
      const [third, fourth] = await Promise.all([openTab(config, fake), openTab(config, fake)]);
      third.auth.setToken('third');
      await until(() => fourth.auth.isAuthenticated());
      expect(second.auth.token()).toBe('second');
    });
  }

  it('with a cookie session sign out together, and ask who signed in elsewhere', async () => {
    const backend = { ...flaskJwtAuth, session: 'cookie' } as const;
    const tabs = await Promise.all([
      openTab({ ...config, backend }, fake),
      openTab({ ...config, backend }, fake),
    ]);
    const answer = async (tab: (typeof tabs)[number], email: string) =>
      (await until(() => tab.backend!.match(`${BASE_URL}/status`)[0])).flush({ data: { email } });
    await Promise.all(tabs.map((tab) => answer(tab, 'ada@example.com')));
    tabs[0].auth.logout().subscribe();
    await until(() => tabs[1].auth.status() === 'anonymous');
    tabs[0].auth.login({}).subscribe();
    // Its answer could take away the cookie of the new session.
    tabs[0].backend!.expectNone(`${BASE_URL}/login`);
    tabs[0].backend!.expectOne(`${BASE_URL}/logout`).flush({});
    tabs[0].backend!.expectOne(`${BASE_URL}/login`).flush({});
    await answer(tabs[1], 'bob@example.com');
    await until(() => tabs[1].auth.user()?.['email'] === 'bob@example.com');
    expect(tabs[1].auth.isAuthenticated()).toBeTrue();
  });

  for (const cookie of [false, true]) {
    it(`notice what they missed in the back-forward cache (${cookie ? 'cookie' : 'token'})`, async () => {
      const backend = cookie ? ({ ...flaskJwtAuth, session: 'cookie' } as const) : flaskJwtAuth;
      localStorage.setItem('token', 'opaque');
      const tab = await openTab({ ...config, backend }, fake);
      const status = () => until(() => tab.backend!.match(`${BASE_URL}/status`)[0]);
      if (cookie) (await status()).flush({ data: {} });
      await until(() => tab.auth.isAuthenticated());
      const events = eventsOf(tab.auth);
      localStorage.clear();
      dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
      if (cookie) (await status()).flush(null, { status: 401, statusText: 'No' });
      await until(() => tab.auth.status() === 'anonymous');
      expect(events.map(({ type }) => type)).toEqual(['restored', cookie ? 'refused' : 'logout']);
    });
  }

  describe('by storage events alone', () => {
    let auth: AuthService;
    beforeEach(() => {
      spyOn(window, 'BroadcastChannel').and.throwError('none');
      auth = setUpFakeHttp();
      auth.setToken('opaque');
    });

    it('sign out when the token is removed', () => {
      localStorage.removeItem('token');
      tell({ key: 'token', oldValue: 'opaque', newValue: null });
      expect(auth.status()).toBe('anonymous');
    });

    it('sign out when the storage is cleared', () => {
      localStorage.clear();
      tell({ key: null });
      expect(auth.status()).toBe('anonymous');
    });

    it('take over what was stored', () => {
      localStorage.setItem('token', 'another');
      tell({ key: 'token', oldValue: 'opaque', newValue: 'another' });
      expect(auth.token()).toBe('another');
    });

    it('sign out when what was stored is malformed, and remove it', () => {
      localStorage.setItem('token', 'a b');
      tell({ key: 'token', oldValue: 'opaque', newValue: 'a b' });
      expect(auth.status()).toBe('anonymous');
      expect(localStorage.getItem('token')).toBeNull();
    });

    const ignored: Record<string, StorageEventInit> = {
      'another key': { key: 'other', newValue: null },
      'an equal value': { key: 'token', oldValue: 'opaque', newValue: 'opaque' },
      'another storage': { key: 'token', newValue: null, storageArea: sessionStorage },
    };
    for (const [what, init] of Object.entries(ignored)) {
      it(`ignore ${what}`, () => {
        localStorage.setItem('token', 'not looked at');
        tell(init);
        expect(auth.token()).toBe('opaque');
      });
    }
  });
});

describe('an app that is opened and closed 1,000 times', () => {
  it('leaves no listener, timer or channel behind', async () => {
    const counts = countLeftovers();
    localStorage.setItem('token', jwt({ exp: 4_000_000_000 }));
    for (let i = 0; i < 1_000; i++) {
      const { app } = await openTab(config, fake);
      app.destroy();
    }
    closeTabs();
    await until(() => counts.timers.size === 0);
    expect([counts.listeners, counts.timers.size, counts.channels]).toEqual([0, 0, 0]);
    TestBed.resetTestingModule();
  });
});
