import { AuthBackend } from '../../backends/auth-backend';
import {
  cookieBackend,
  nextCall,
  openAnonymous,
  openCookieTab,
} from '../../../test-support/cookie-tab';
import { delivered } from '../../../test-support/delivered';
import { eventsOf } from '../../../test-support/mock-app';
import { closeTabs, Tab } from '../../../test-support/open-tab';
import { grant, refreshBackend } from '../../../test-support/refresh-backend';
import { until } from '../../../test-support/until';
import { withTokenRefresh } from '../refresh/with-token-refresh';

const CHANNEL = 'ngx-auth-kit token';

async function signIn(tab: Tab): Promise<void> {
  tab.auth.login({}).subscribe();
  (await nextCall(tab, '/login')).flush({ ...grant(), data: { user_id: 1 } });
  await until(() => tab.auth.isAuthenticated());
}

async function signOut(tab: Tab): Promise<void> {
  tab.auth.logout().subscribe();
  (await nextCall(tab, '/logout')).flush({});
  await delivered();
}

const sessions: Record<string, AuthBackend> = { token: refreshBackend, cookie: cookieBackend };
for (const [kind, backend] of Object.entries(sessions)) {
  describe(`the news of another session (${kind})`, () => {
    let heard: unknown[];
    let channel: BroadcastChannel;
    let tab: Tab;
    let earlier: string | null;

    /** A session begins, is refreshed and ends, and the next one begins. */
    beforeEach(async () => {
      localStorage.clear();
      heard = [];
      channel = new BroadcastChannel(CHANNEL);
      channel.onmessage = ({ data }) => heard.push(data);
      tab = await openAnonymous([withTokenRefresh()], backend);
      await signIn(tab);
      tab.auth.refresh().subscribe();
      (await nextCall(tab, '/refresh')).flush(grant());
      await delivered();
      earlier = localStorage.getItem('token.details');
      await signOut(tab);
      await delivered();
      expect(heard.length).toBeGreaterThanOrEqual(3);
    });
    afterEach(() => {
      channel.close();
      closeTabs();
    });

    it('changes nothing when it comes late or again', async () => {
      const late = heard.slice();
      await signIn(tab);
      const events = eventsOf(tab.auth);
      const token = tab.auth.token();
      for (const message of [...late, ...late.reverse()]) channel.postMessage(message);
      await delivered();
      expect(tab.auth.status()).toBe('authenticated');
      expect(tab.auth.token()).toBe(token);
      expect(events).toEqual([]);
      // With a cookie, which tabs share, the backend is asked; its word is what counts.
      const asked = tab.backend!.match(() => true);
      expect(asked.length).toBe(kind === 'cookie' ? 1 : 0);
    });

    it('changes nothing while nobody is signed in', async () => {
      const events = eventsOf(tab.auth);
      for (const message of heard.slice()) channel.postMessage(message);
      await delivered();
      expect(tab.auth.status()).toBe('anonymous');
      expect(events).toEqual([]);
      expect(tab.backend!.match(() => true)).toEqual([]);
    });

    it('changes nothing when storage tells of it', async () => {
      await signIn(tab);
      const events = eventsOf(tab.auth);
      const token = tab.auth.token();
      for (let i = 0; i < 2; i++) {
        dispatchEvent(
          new StorageEvent('storage', {
            storageArea: localStorage,
            key: 'token.details',
            oldValue: earlier,
            newValue: null,
          }),
        );
      }
      await delivered();
      expect(tab.auth.status()).toBe('authenticated');
      expect(tab.auth.token()).toBe(token);
      expect(events).toEqual([]);
    });

    it('does not come back when a slow tab writes it again', async () => {
      if (kind === 'token') localStorage.setItem('token', grant().auth_token);
      localStorage.setItem('token.details', earlier ?? '{}');
      for (const key of ['token.details', 'token']) {
        const newValue = localStorage.getItem(key);
        dispatchEvent(new StorageEvent('storage', { storageArea: localStorage, key, newValue }));
      }
      await delivered();
      expect(tab.auth.status()).toBe('anonymous');
      expect(localStorage.getItem('token')).toBeNull();
      const next = await openCookieTab([withTokenRefresh()], backend);
      expect(next.auth.token()).toBeNull();
    });
  });
}
