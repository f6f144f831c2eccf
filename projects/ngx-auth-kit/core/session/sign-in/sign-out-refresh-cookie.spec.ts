import { AuthBackend } from '../../backends/auth-backend';
import { callsTo, nextCall } from '../../../test-support/cookie-tab';
import { delivered } from '../../../test-support/delivered';
import { eventsOf } from '../../../test-support/mock-app';
import { closeTabs, openTab, Tab } from '../../../test-support/open-tab';
import { grant, refreshBackend, REFUSED } from '../../../test-support/refresh-backend';
import { BASE_URL } from '../../../test-support/set-up';
import { until } from '../../../test-support/until';
import { withTokenRefresh } from '../refresh/with-token-refresh';

const refresh = { path: '/refresh', withCredentials: true };
const backend: AuthBackend = {
  ...refreshBackend,
  endpoints: { ...refreshBackend.endpoints, refresh },
};
const GRANTED = () => grant(3_600, null);
const USER = { data: { email: 'ada@example.com' } };
const QUIET = { error: () => undefined };

function open(): Promise<Tab> {
  const config = { baseUrl: BASE_URL, backend, storage: 'memory' } as const;
  return openTab(config, { features: [withTokenRefresh()], fakeHttp: true });
}

async function openAndSignIn(): Promise<Tab> {
  const tab = await open();
  (await nextCall(tab, '/refresh')).flush(null, REFUSED);
  await until(() => tab.auth.status() === 'anonymous');
  tab.auth.login({}).subscribe();
  (await nextCall(tab, '/login')).flush(GRANTED());
  return tab;
}

async function openSignedIn(): Promise<Tab> {
  const tab = await open();
  (await nextCall(tab, '/refresh')).flush(GRANTED());
  (await nextCall(tab, '/status')).flush(USER);
  await until(() => tab.auth.user());
  return tab;
}

describe('a sign-out where a cookie buys the token', () => {
  beforeEach(() => {
    localStorage.clear();
    spyOn(console, 'warn');
  });
  afterEach(() => closeTabs());

  it('outlasts a refresh that another tab has under way', async () => {
    const A = await openAndSignIn();
    const B = await openSignedIn();
    const events = eventsOf(A.auth);
    B.auth.refresh().subscribe(QUIET);
    const call = await nextCall(B, '/refresh');
    A.auth.logout().subscribe();
    call.flush(GRANTED());
    (await nextCall(A, '/logout')).flush({});
    await until(() => B.auth.status() === 'anonymous');
    await delivered();
    expect([A.auth.status(), B.auth.status()]).toEqual(['anonymous', 'anonymous']);
    expect([A.auth.token(), B.auth.token()]).toEqual([null, null]);
    expect(events).toEqual(['logout']);
  });

  it('is repeated by the next page load, with a token if the backend wants one', async () => {
    const tab = await openAndSignIn();
    tab.auth.refresh().subscribe(QUIET);
    const call = await nextCall(tab, '/refresh');
    tab.auth.logout().subscribe();
    expect(call.cancelled).toBeTrue();
    (await nextCall(tab, '/logout')).flush(null, { status: 500, statusText: 'Broken' });
    tab.app.destroy();
    const next = await open();
    expect(next.auth.status()).toBe('anonymous');
    expect(callsTo(next, '/refresh')).toEqual([]);
    (await nextCall(next, '/logout')).flush(null, REFUSED);
    const bought = GRANTED();
    (await nextCall(next, '/refresh')).flush(bought);
    const logout = await nextCall(next, '/logout');
    expect(logout.request.headers.get('Authorization')).toBe(`Bearer ${bought.auth_token}`);
    logout.flush({});
    await delivered();
    expect([next.auth.status(), next.auth.token()]).toEqual(['anonymous', null]);
    expect(Object.keys(localStorage)).toEqual([]);
  });
});
