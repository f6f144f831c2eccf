import { delivered } from '../../../test-support/delivered';
import { closeTabs, openTab } from '../../../test-support/open-tab';
import { grant, refreshBackend, store } from '../../../test-support/refresh-backend';
import { BASE_URL } from '../../../test-support/set-up';
import { until } from '../../../test-support/until';
import { withTokenRefresh } from './with-token-refresh';

const config = { baseUrl: BASE_URL, backend: refreshBackend, tokenKey: 'lock' };

describe('the lock of the refresh', () => {
  beforeEach(() => {
    localStorage.clear();
    jasmine.clock().install();
  });
  afterEach(() => {
    closeTabs();
    jasmine.clock().uninstall();
  });

  // Between the answer and the end of the lock there are a few promises; an app may be gone after any.
  for (let promises = 0; promises < 12; promises++) {
    it(`leaves nothing behind when the app is destroyed ${promises} promises after the answer`, async () => {
      store({ accessToken: grant().auth_token, refreshToken: 'mine' });
      const tab = await openTab(config, { features: [withTokenRefresh()], fakeHttp: true });
      tab.auth.setSession({ accessToken: grant().auth_token, refreshToken: 'mine' });
      tab.auth.refresh().subscribe({ error: () => undefined });
      const call = await until(() => tab.backend!.match(`${BASE_URL}/refresh`)[0]);
      call.flush(grant());
      for (let i = 0; i < promises; i++) await Promise.resolve();
      tab.app.destroy();
      await delivered();
      // What other tabs wait for after an answer.
      expect(() => jasmine.clock().tick(300)).not.toThrow();
    });
  }
});
