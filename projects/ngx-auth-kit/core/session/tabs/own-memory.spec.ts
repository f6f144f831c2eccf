import { CONFIGURED_STORAGE } from '../../storage/configured-storage';
import { callsTo, nextCall } from '../../../test-support/cookie-tab';
import { delivered } from '../../../test-support/delivered';
import { closeTabs, openTab, Tab } from '../../../test-support/open-tab';
import { grant, refreshBackend, REFUSED } from '../../../test-support/refresh-backend';
import { BASE_URL } from '../../../test-support/set-up';
import { until } from '../../../test-support/until';
import { withTokenRefresh } from '../refresh/with-token-refresh';

const refresh = { path: '/refresh', withCredentials: true };
const backend = { ...refreshBackend, endpoints: { ...refreshBackend.endpoints, refresh } };

/** A tab with a token in its memory, whose refresh token is in a cookie. */
async function openSignedIn(): Promise<Tab> {
  const tab = await openTab(
    { baseUrl: BASE_URL, backend, storage: 'memory' },
    { features: [withTokenRefresh()], fakeHttp: true },
  );
  (await nextCall(tab, '/refresh')).flush(grant());
  (await nextCall(tab, '/status')).flush({ data: { email: 'ada@example.com' } });
  await until(() => tab.auth.isAuthenticated());
  return tab;
}

function inMemory({ app }: Tab): (string | null)[] {
  const storage = app.injector.get(CONFIGURED_STORAGE);
  return ['token', 'token.details'].map((key) => storage.get(key));
}

describe('a token in the memory of a page', () => {
  beforeEach(() => localStorage.clear());
  afterEach(closeTabs);

  it('is forgotten when another tab signs out', async () => {
    const here = await openSignedIn();
    const there = await openSignedIn();
    expect(inMemory(here)[0]).toBe(here.auth.token());
    there.auth.logout().subscribe();
    (await nextCall(there, '/logout')).flush({});
    await until(() => !here.auth.isAuthenticated());
    expect(inMemory(here)).toEqual([null, null]);
  });

  it('is worth nothing once the note of its session is gone, when the page comes back', async () => {
    const tab = await openSignedIn();
    // Another tab signed out, and the backend has confirmed it, while this page was told nothing.
    localStorage.clear();
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    expect(tab.auth.status()).toBe('anonymous');
    expect(inMemory(tab)).toEqual([null, null]);
    await delivered();
    callsTo(tab, '/refresh').forEach((call) => call.flush(null, REFUSED));
    expect(tab.auth.status()).toBe('anonymous');
  });
});
