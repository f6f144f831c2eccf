import { callsTo, openAnonymous, request, statusOf } from '../../../test-support/cookie-tab';
import { delivered } from '../../../test-support/delivered';
import { closeTabs } from '../../../test-support/open-tab';
import { REFUSED } from '../../../test-support/refresh-backend';
import { withTokenRefresh } from './with-token-refresh';

describe('an anonymous visitor of an app with cookie sessions', () => {
  beforeEach(() => localStorage.clear());
  afterEach(() => closeTabs());

  it('causes no refresh, however many requests are refused', async () => {
    const tab = await openAnonymous([withTokenRefresh()]);
    for (let i = 0; i < 3; i++) {
      const { sent, answer } = request(tab);
      sent.flush(null, REFUSED);
      await delivered();
      expect(callsTo(tab, '/refresh')).toEqual([]);
      expect(statusOf(await answer)).toBe(401);
    }
    expect(tab.auth.status()).toBe('anonymous');
  });
});
