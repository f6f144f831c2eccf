import { Provider } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import { flaskSession } from '../../backends/flask-session';
import { BROWSER_WINDOW } from '../../config/browser-window';
import { provideAuth } from '../../config/provide-auth';
import { MemoryStorage } from '../../storage/memory-storage';
import { ownSessionStorage } from '../../../test-support/own-session-storage';
import { closeTabs, openTab, Tab } from '../../../test-support/open-tab';
import { grant, refreshBackend } from '../../../test-support/refresh-backend';
import { BASE_URL } from '../../../test-support/set-up';
import { until } from '../../../test-support/until';
import { AuthLoginOptions } from '../auth-service';
import { withTokenRefresh } from '../refresh/with-token-refresh';
import { RememberMe } from './remember-me';
import { withRememberMe } from './with-remember-me';

const config = { baseUrl: BASE_URL, backend: refreshBackend };

function openRemembering(...providers: Provider[]): Promise<Tab> {
  return openTab(config, {
    features: [withTokenRefresh(), withRememberMe()],
    fakeHttp: true,
    providers,
  });
}

async function signIn(tab: Tab, options?: AuthLoginOptions, body: object = grant()): Promise<void> {
  const done = firstValueFrom(tab.auth.login({}, options));
  tab.backend!.expectOne(`${BASE_URL}/login`).flush(body);
  await done;
}

/** The next page load of the same tab. */
function reload(tab: Tab, ...providers: Provider[]): Promise<Tab> {
  tab.app.destroy();
  return openRemembering(...providers);
}

/** What the browser tells a tab of what another one did to `localStorage`. */
function tellOfStorage(oldValue: string | null): void {
  const newValue = localStorage.getItem('token');
  const { localStorage: storageArea } = window;
  dispatchEvent(new StorageEvent('storage', { storageArea, key: 'token', oldValue, newValue }));
}

describe('withRememberMe', () => {
  beforeEach(() => {
    localStorage.clear();
    sessionStorage.clear();
  });
  afterEach(() => closeTabs());

  const choices: readonly [what: string, options: AuthLoginOptions | undefined, lasts: boolean][] =
    [
      ['by default', undefined, true],
      ['without a choice', {}, true],
      ['with remember: true', { remember: true }, true],
      ['with remember: false', { remember: false }, false],
    ];
  for (const [what, options, lasts] of choices) {
    it(`keeps the session ${lasts ? 'for good' : 'for the tab'} ${what}`, async () => {
      let tab = await openRemembering();
      await signIn(tab, options);
      const token = tab.auth.token();
      expect(localStorage.getItem('token')).toBe(lasts ? token : null);
      expect(sessionStorage.getItem('token')).toBe(lasts ? null : token);
      tab = await reload(tab);
      expect(tab.auth.token()).toBe(token);
      sessionStorage.clear();
      tab = await reload(tab);
      expect(tab.auth.isAuthenticated()).toBe(lasts);
    });

    it(`is the same session after a reload ${what}`, async () => {
      let tab = await openRemembering();
      await signIn(tab, options);
      tab = await reload(tab);
      const user = firstValueFrom(tab.auth.checkStatus());
      // Looks at storage again while the answer is on its way.
      dispatchEvent(new Event('focus'));
      tab.backend!.expectOne(`${BASE_URL}/status`).flush({ data: { user_id: 1 } });
      expect(await user).toEqual({ user_id: 1 });
      expect(tab.auth.user()).toEqual({ user_id: 1 });
    });

    it(`leaves nothing in either place after a sign-out ${what}`, async () => {
      const tab = await openRemembering();
      await signIn(tab, options);
      tab.auth.logout().subscribe();
      expect([localStorage.length, sessionStorage.length]).toEqual([0, 0]);
    });

    it(`renews the tokens where they are ${what}`, async () => {
      const tab = await openRemembering();
      await signIn(tab, options);
      const done = firstValueFrom(tab.auth.refresh());
      const renewed = grant();
      (await until(() => tab.backend!.match(`${BASE_URL}/refresh`)[0])).flush(renewed);
      await done;
      expect((lasts ? localStorage : sessionStorage).getItem('token')).toBe(renewed.auth_token);
      const other = lasts ? sessionStorage : localStorage;
      expect([other.getItem('token'), other.getItem('token.details')]).toEqual([null, null]);
    });
  }

  for (const [first, second] of [
    [true, false],
    [false, true],
  ] as const) {
    it(`moves the session when remember is ${second} after ${first}`, async () => {
      const tab = await openRemembering();
      await signIn(tab, { remember: first });
      await signIn(tab, { remember: second });
      const [full, empty] = second
        ? [localStorage, sessionStorage]
        : [sessionStorage, localStorage];
      expect(full.getItem('token')).toBe(tab.auth.token());
      expect(full.getItem('token.details')).toContain('refresh-');
      expect(empty.length).toBe(0);
    });
  }

  it('keeps a token from elsewhere for good', async () => {
    const tab = await openRemembering();
    await signIn(tab, { remember: false });
    tab.auth.setToken('opaque');
    expect(localStorage.getItem('token')).toBe('opaque');
    expect(sessionStorage.length).toBe(0);
  });

  it('keeps the session of one tab out of the others', async () => {
    const own = ownSessionStorage();
    const first = await openRemembering(own.provider);
    const second = await openRemembering();
    const events: string[] = [];
    second.auth.events.subscribe(({ type }) => events.push(type));
    await signIn(first, { remember: false });
    // The channel keeps the order, so what the first tab told has arrived before this.
    await signIn(first, { remember: true });
    await until(() => second.auth.isAuthenticated());
    expect(second.auth.token()).toBe(first.auth.token());
    expect(events).toEqual(['login']);
  });

  it('goes on with its own session while others sign in and out', async () => {
    const own = ownSessionStorage();
    const tabOnly = await openRemembering(own.provider);
    await signIn(tabOnly, { remember: false });
    const token = tabOnly.auth.token();
    const other = await openRemembering();
    await signIn(other);
    const remembered = other.auth.token();
    tellOfStorage(null);
    expect(tabOnly.auth.token()).toBe(token);
    expect(localStorage.getItem('token')).toBe(remembered);
    const again = await reload(tabOnly, own.provider);
    expect(again.auth.token()).toBe(token);
    other.auth.logout().subscribe();
    tellOfStorage(remembered);
    expect(again.auth.token()).toBe(token);
    expect(own.storage.get('token')).toBe(token!);
  });

  it('leaves the session of others alone when its own is refused', async () => {
    const own = ownSessionStorage();
    const other = await openRemembering();
    const tabOnly = await openRemembering(own.provider);
    await signIn(tabOnly, { remember: false });
    await signIn(other);
    const refresh = firstValueFrom(tabOnly.auth.refresh()).catch((error: unknown) => error);
    const refused = { status: 401, statusText: 'Unauthorized' };
    (await until(() => tabOnly.backend!.match(`${BASE_URL}/refresh`)[0])).flush(null, refused);
    await refresh;
    expect(own.storage.size).toBe(0);
    expect(localStorage.getItem('token')).toBe(other.auth.token());
    expect(other.auth.isAuthenticated()).toBeTrue();
  });

  it('signs out everywhere where the user signs out', async () => {
    const own = ownSessionStorage();
    const tabOnly = await openRemembering(own.provider);
    const other = await openRemembering();
    await signIn(tabOnly, { remember: false });
    await signIn(other);
    tabOnly.auth.logout().subscribe();
    await until(() => !other.auth.isAuthenticated());
    expect(localStorage.length).toBe(0);
    expect(own.storage.size).toBe(0);
  });

  it('restores the lasting session where that of the tab is garbage', async () => {
    localStorage.setItem('token', 'opaque');
    sessionStorage.setItem('token', 'not a token');
    const tab = await openTab({ baseUrl: BASE_URL }, { features: [withRememberMe()] });
    expect(sessionStorage.length).toBe(0);
    expect(tab.auth.isAuthenticated()).toBeFalse();
    tab.app.destroy();
    const again = await openTab({ baseUrl: BASE_URL }, { features: [withRememberMe()] });
    expect(again.auth.token()).toBe('opaque');
  });

  for (const kind of ['local', 'session'] as const) {
    it(`works without ${kind} storage, until the page goes`, async () => {
      spyOn(console, 'warn');
      const broken = new Proxy(window, {
        get: (target, name) => {
          if (name === `${kind}Storage`) throw new DOMException('denied', 'SecurityError');
          const value: unknown = Reflect.get(target, name);
          return typeof value === 'function' ? (value as () => unknown).bind(target) : value;
        },
      });
      const tab = await openRemembering({ provide: BROWSER_WINDOW, useValue: broken });
      await signIn(tab, { remember: kind === 'local' });
      expect(tab.auth.isAuthenticated()).toBeTrue();
      expect([localStorage.length, sessionStorage.length]).toEqual([0, 0]);
      expect(console.warn).toHaveBeenCalledTimes(1);
    });
  }

  it('keeps the session in memory on a server', async () => {
    const tab = await openRemembering({ provide: BROWSER_WINDOW, useValue: null });
    await signIn(tab, { remember: false });
    expect(tab.auth.isAuthenticated()).toBeTrue();
    expect([localStorage.length, sessionStorage.length]).toEqual([0, 0]);
  });

  it('tells that it is there', async () => {
    const find = ({ app }: Tab) => app.injector.get(RememberMe, null);
    expect(find(await openRemembering())).toBeInstanceOf(RememberMe);
    expect(find(await openTab(config, { fakeHttp: true }))).toBeNull();
  });

  for (const storage of ['session', 'memory', new MemoryStorage()] as const) {
    it(`refuses storage: ${typeof storage === 'string' ? storage : 'your own'} at start-up`, () => {
      expect(() => provideAuth({ ...config, storage }, withRememberMe())).toThrowError(
        /option "storage" is ("session"|"memory"|an object)\. Remove this option: withRememberMe\(\)/,
      );
    });
  }

  it('refuses cookie sessions at start-up', () => {
    const cookies = { baseUrl: BASE_URL, backend: flaskSession };
    expect(() => provideAuth(cookies, withRememberMe())).toThrowError(
      /option "backend\.session" is "cookie"\. Remove withRememberMe\(\):/,
    );
  });
});

describe('remember: false without withRememberMe', () => {
  beforeEach(() => {
    localStorage.clear();
    sessionStorage.clear();
    spyOn(console, 'info');
  });
  afterEach(() => closeTabs());

  for (const backend of [refreshBackend, flaskSession]) {
    it(`is explained once with ${backend.session ?? 'token'} sessions`, async () => {
      const tab = await openTab({ baseUrl: BASE_URL, backend }, { fakeHttp: true });
      tab.backend!.match(() => true);
      for (let login = 1; login <= 2; login++) {
        await signIn(tab, { remember: false }, { ...grant(), result: true });
      }
      expect(console.info).toHaveBeenCalledOnceWith(
        jasmine.stringMatching(/remember: false .*withRememberMe\(\)/),
      );
      expect(sessionStorage.length).toBe(0);
    });
  }
});
