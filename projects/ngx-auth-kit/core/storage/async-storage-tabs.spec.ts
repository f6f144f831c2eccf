import { Provider } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import { AuthBackend } from '../backends/auth-backend';
import { flaskJwtAuth } from '../backends/flask-jwt-auth';
import { BROWSER_WINDOW } from '../config/browser-window';
import { TIME, Time } from '../config/time';
import { AuthEvent } from '../session/auth-event';
import { withIdleTimeout } from '../session/idle/with-idle-timeout';
import { withTokenRefresh } from '../session/refresh/with-token-refresh';
import { indexedDbStorage } from '../../test-support/indexed-db-storage';
import { ADA, MockBackend } from '../../test-support/mock-backend';
import { closeTabs, openTab, Tab, TabOptions } from '../../test-support/open-tab';
import { accessToken } from '../../test-support/refresh-backend';
import { held, SlowStorage } from '../../test-support/slow-storage';
import { until } from '../../test-support/until';
import { AuthStorage } from './auth-storage';

const KEYS = ['token', 'token.details', 'token.activity'];

/** A clock that the spec moves, and its timers. */
class Clock implements Time {
  readonly #timers = new Map<number, { readonly at: number; readonly run: () => void }>();
  #passed = 0;
  #serial = 0;
  readonly #start = Date.now();

  now = () => this.#start + this.#passed;
  elapsed = () => this.#passed;
  setTimeout(run: () => void, milliseconds: number): number {
    this.#timers.set(++this.#serial, { at: this.#passed + milliseconds, run });
    return this.#serial;
  }
  clearTimeout(timer: unknown): void {
    this.#timers.delete(timer as number);
  }

  /** Runs what is due by then. */
  advance(milliseconds: number): void {
    this.#passed += milliseconds;
    for (const [timer, { at, run }] of [...this.#timers]) {
      if (at <= this.#passed && this.#timers.delete(timer)) run();
    }
  }
}

/** A window with listeners of its own, so that the user touches one tab only. */
function ownEvents(): { readonly target: EventTarget; readonly provider: Provider } {
  const target = new EventTarget();
  const ownWindow = new Proxy(window, {
    get: (page, name) => {
      const owner = name in target ? target : page;
      const value: unknown = Reflect.get(owner, name);
      return typeof value === 'function' && name !== 'BroadcastChannel'
        ? (value as () => unknown).bind(owner)
        : value;
    },
  });
  return { target, provider: { provide: BROWSER_WINDOW, useValue: ownWindow } };
}

/** Time enough for messages and reads that are under way. */
async function frames(): Promise<void> {
  for (let frame = 0; frame < 20; frame++) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
}

describe('tabs with one storage that answers promises', () => {
  const mock = new MockBackend('refresh-token');
  const backend: AuthBackend = {
    ...flaskJwtAuth,
    endpoints: { ...flaskJwtAuth.endpoints, refresh: { path: '/refresh' } },
  };
  let storage: AuthStorage;
  let serial = 0;

  beforeEach(async () => {
    localStorage.clear();
    storage = indexedDbStorage(`spec ${Date.now()} ${++serial}`);
    await mock.reset();
    await mock.set({ rotation: true });
  });
  afterEach(() => closeTabs());

  async function open(options: TabOptions = {}): Promise<Tab> {
    const features = [withTokenRefresh(), ...(options.features ?? [])];
    const tab = await openTab(
      { baseUrl: `${mock.url}/auth`, backend, storage },
      { ...options, features },
    );
    await until(() => tab.auth.status() !== 'pending');
    return tab;
  }
  const stored = () => Promise.all(KEYS.map((key) => storage.get(key)));
  const get = ({ http }: Tab) => firstValueFrom(http.get(`${mock.url}/auth/protected`));
  const refreshes = async () =>
    (await mock.requests()).filter(({ path }) => path.endsWith('/refresh')).length;

  it('find the session after a reload', async () => {
    const { auth, app } = await open();
    await firstValueFrom(auth.login(ADA));
    const token = auth.token();
    await storedIs(token);
    app.destroy();
    const next = await open();
    expect(next.auth.isAuthenticated()).toBeTrue();
    expect(next.auth.token()).toBe(token);
    await get(next);
  });

  async function storedIs(token: string | null): Promise<void> {
    while ((await storage.get('token')) !== token) await frames();
  }

  it('sign in and out together', async () => {
    const [first, second] = [await open(), await open()];
    await firstValueFrom(first.auth.login(ADA));
    await until(() => second.auth.isAuthenticated());
    expect(second.auth.token()).toBe(first.auth.token());
    await firstValueFrom(second.auth.logout());
    await until(() => !first.auth.isAuthenticated());
    await storedIs(null);
    expect(await stored()).toEqual([null, null, null]);
  });

  it('hear of a session that the app gave to one before it had read the storage', async () => {
    const first = await open();
    const events: AuthEvent[] = [];
    first.auth.events.subscribe((event) => events.push(event));
    const second = await openTab({ baseUrl: `${mock.url}/auth`, backend, storage });
    expect(second.auth.status()).toBe('pending');
    expect(second.auth.setToken(accessToken())).toBeTrue();
    await until(() => events.length > 0);
    expect(events[0]).toEqual({ type: 'login', fromThisTab: false });
  });

  for (const hears of [true, false]) {
    const what = hears ? 'that hear of each other' : 'that hear nothing of each other';
    const prepare = () => {
      if (!hears) spyOn(window, 'BroadcastChannel').and.throwError('denied');
    };
    it(`make one call to refresh one session (${what})`, async () => {
      prepare();
      const first = await open();
      await firstValueFrom(first.auth.login(ADA));
      await storedIs(first.auth.token());
      const tabs = [first, ...(await Promise.all(Array.from({ length: 4 }, () => open())))];
      for (let round = 1; round <= 3; round++) {
        await fetch(`${mock.url}/__mock/rotate-keys`, { method: 'POST' });
        await Promise.all(tabs.map(get));
        expect(await refreshes()).toBe(round);
        expect(new Set(tabs.map(({ auth }) => auth.token())).size).toBe(1);
      }
    });

    it(`count activity in any of them (${what})`, async () => {
      prepare();
      const slow = new SlowStorage();
      storage = slow;
      const clock = new Clock();
      const time = { provide: TIME, useValue: clock };
      const features = [withIdleTimeout({ after: 10, warn: 0 })];
      const { target, provider } = ownEvents();
      const first = await open({ features, fakeHttp: true, providers: [time, provider] });
      first.auth.setToken(accessToken());
      await until(() => slow.entries.has('token'));
      const second = await open({
        features,
        fakeHttp: true,
        providers: [time, ownEvents().provider],
      });
      await until(() => second.auth.isAuthenticated());
      clock.advance(6_000);
      target.dispatchEvent(new Event('pointerdown'));
      await until(() => slow.entries.get('token.activity') === String(clock.now()));
      await frames();
      clock.advance(6_000);
      // Storage is read before the session is given up.
      await frames();
      expect(second.auth.isAuthenticated()).toBeTrue();
      clock.advance(6_000);
      await until(() => !first.auth.isAuthenticated() && !second.auth.isAuthenticated());
    });
  }

  it('see a session whole while another one is written', async () => {
    const slow = new SlowStorage();
    storage = slow;
    // A backend that knows neither token must not end the session.
    const fake = { fakeHttp: true };
    const [first, second] = [await open(fake), await open(fake)];
    const [one, other] = [accessToken(3_600, { sub: 'ada' }), accessToken(3_600, { sub: 'bob' })];
    first.auth.setSession({ accessToken: one, refreshToken: 'one' });
    await until(() => second.auth.token() === one);
    const events: string[] = [];
    second.auth.events.subscribe(({ type }) => events.push(type));
    const { promise, release } = held();
    let isBetween = false;
    slow.fault = (call) => {
      isBetween ||= call === 'set token';
      return call === 'set token' ? promise : undefined;
    };
    first.auth.setSession({ accessToken: other, refreshToken: 'other' });
    await until(() => isBetween);
    // The tab looks at storage, between the two writes.
    window.dispatchEvent(new Event('pageshow'));
    await until(() => second.auth.token() === other);
    release();
    await until(() => slow.entries.get('token') === other);
    await frames();
    expect(events).toEqual(['logout', 'login']);
  });
});
