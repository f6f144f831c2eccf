import {
  callsTo,
  cookieBackend,
  nextCall,
  openCookieTab,
  openSignedIn,
  request,
  statusOf,
} from '../../../test-support/cookie-tab';
import { delivered } from '../../../test-support/delivered';
import { eventsOf } from '../../../test-support/mock-app';
import { closeTabs, Tab } from '../../../test-support/open-tab';
import { REFUSED } from '../../../test-support/refresh-backend';
import { until } from '../../../test-support/until';
import { withTokenRefresh } from '../refresh/with-token-refresh';

const QUIET = { error: () => undefined };
const BROKEN = { status: 500, statusText: 'Broken' };

/** The next page load over the same storage. */
function reload(tab: Tab, ...from: Parameters<typeof openCookieTab>): Promise<Tab> {
  tab.app.destroy();
  return openCookieTab(...from);
}

describe('a sign-out with a cookie session', () => {
  beforeEach(() => {
    localStorage.clear();
    sessionStorage.clear();
    spyOn(console, 'warn');
  });
  afterEach(() => closeTabs());

  it('outlasts a refresh that another tab has under way', async () => {
    const [A, B] = [
      await openSignedIn([withTokenRefresh()]),
      await openSignedIn([withTokenRefresh()]),
    ];
    const events = eventsOf(A.auth);
    B.auth.refresh().subscribe(QUIET);
    const refresh = await nextCall(B, '/refresh');
    A.auth.logout().subscribe();
    refresh.flush({});
    (await nextCall(A, '/logout')).flush({});
    await until(() => B.auth.status() === 'anonymous');
    await delivered();
    expect([A.auth.status(), B.auth.status()]).toEqual(['anonymous', 'anonymous']);
    expect(events).toEqual(['restored', 'logout']);
  });

  it('is repeated after one refresh if its call is refused, so that the cookie dies', async () => {
    const tab = await openSignedIn([withTokenRefresh()]);
    const events = eventsOf(tab.auth);
    const done = jasmine.createSpy();
    tab.auth.logout().subscribe({ complete: done });
    (await nextCall(tab, '/logout')).flush(null, REFUSED);
    (await nextCall(tab, '/refresh')).flush({});
    (await nextCall(tab, '/logout')).flush({});
    await until(() => done.calls.any());
    expect(tab.auth.status()).toBe('anonymous');
    expect(events).toEqual(['restored', 'logout']);
  });

  it('stays a sign-out when a later request is refused', async () => {
    const tab = await openSignedIn([withTokenRefresh()]);
    const events = eventsOf(tab.auth);
    tab.auth.logout().subscribe();
    const answerAll = async () => {
      await delivered();
      callsTo(tab, '/logout').forEach((call) => call.flush(null, REFUSED));
      callsTo(tab, '/refresh').forEach((call) => call.flush({}));
    };
    for (let i = 0; i < 3; i++) await answerAll();
    const { sent, answer } = request(tab);
    sent.flush(null, REFUSED);
    for (let i = 0; i < 3; i++) await answerAll();
    expect(tab.auth.status()).toBe('anonymous');
    expect(events).toEqual(['restored', 'logout']);
    expect(tab.backend!.match(() => true)).toEqual([]);
    expect(statusOf(await answer)).toBe(401);
  });

  it('ends the requests of the app that are under way with status 0', async () => {
    const tab = await openSignedIn();
    const { sent, answer } = request(tab);
    tab.auth.logout().subscribe();
    expect(sent.cancelled).toBeTrue();
    expect(statusOf(await answer)).toBe(0);
  });

  it('cancels a refresh under way, calls the backend after it and outlasts a reload', async () => {
    const features = [withTokenRefresh()];
    const tab = await openSignedIn(features);
    tab.auth.refresh().subscribe(QUIET);
    const refresh = await nextCall(tab, '/refresh');
    tab.auth.logout().subscribe();
    expect(refresh.cancelled).toBeTrue();
    await nextCall(tab, '/logout');
    const next = await reload(tab, features);
    expect(next.auth.status()).toBe('anonymous');
    expect(callsTo(next, '/status')).toEqual([]);
  });

  it('ends the question who is signed in, and outlasts a reload', async () => {
    const tab = await openCookieTab();
    const status = await nextCall(tab, '/status');
    tab.auth.logout().subscribe();
    expect(status.cancelled).toBeTrue();
    await nextCall(tab, '/logout');
    const next = await reload(tab);
    expect(next.auth.status()).toBe('anonymous');
    expect(callsTo(next, '/status')).toEqual([]);
  });

  const failures: Record<string, (call: Awaited<ReturnType<typeof nextCall>>) => void> = {
    'was answered 500': (call) => call.flush(null, BROKEN),
    'reached nobody': (call) => call.error(new ProgressEvent('error')),
    'had no answer yet': () => undefined,
  };
  for (const [what, fail] of Object.entries(failures)) {
    it(`is told to the backend again by the next page load if its call ${what}`, async () => {
      const tab = await openSignedIn();
      tab.auth.logout().subscribe();
      fail(await nextCall(tab, '/logout'));
      const second = await reload(tab);
      expect(second.auth.status()).toBe('anonymous');
      expect(callsTo(second, '/status')).toEqual([]);
      (await nextCall(second, '/logout')).flush({});
      const third = await reload(second);
      // Confirmed: the backend may be asked again.
      expect(callsTo(third, '/logout')).toEqual([]);
      (await nextCall(third, '/status')).flush(null, REFUSED);
      expect(third.auth.status()).toBe('anonymous');
    });
  }

  it('lasts over reloads without a logout endpoint, until somebody signs in', async () => {
    const endpoints = { ...cookieBackend.endpoints, logout: undefined };
    const backend = { ...cookieBackend, endpoints };
    const tab = await openSignedIn([], backend);
    tab.auth.logout().subscribe();
    const second = await reload(tab, [], backend);
    expect(second.auth.status()).toBe('anonymous');
    expect(second.backend!.match(() => true)).toEqual([]);
    second.auth.login({}).subscribe();
    (await nextCall(second, '/login')).flush({});
    const third = await reload(second, [], backend);
    (await nextCall(third, '/status')).flush({});
    await until(() => third.auth.isAuthenticated());
    expect(third.auth.isAuthenticated()).toBeTrue();
  });
});
