import { nextCall } from '../../../test-support/cookie-tab';
import { delivered } from '../../../test-support/delivered';
import { closeTabs, openTab } from '../../../test-support/open-tab';
import { grant, refreshBackend } from '../../../test-support/refresh-backend';
import { BASE_URL } from '../../../test-support/set-up';
import { ownSessionStorage } from '../../../test-support/own-session-storage';
import { withTokenRefresh } from '../refresh/with-token-refresh';

describe('what another tab says of older credentials', () => {
  beforeEach(() => {
    localStorage.clear();
    sessionStorage.clear();
    spyOn(console, 'warn');
  });
  afterEach(() => closeTabs());

  it('ends nothing', async () => {
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
});
