import { callsTo, openAnonymous, openCookieTab } from '../../../test-support/cookie-tab';
import { delivered } from '../../../test-support/delivered';
import { closeTabs } from '../../../test-support/open-tab';
import { withIdleTimeout } from '../idle/with-idle-timeout';

describe('an anonymous visit', () => {
  beforeEach(() => {
    localStorage.clear();
    sessionStorage.clear();
    spyOn(console, 'warn');
  });
  afterEach(() => closeTabs());

  it('leaves no activity that would end a later session', async () => {
    jasmine
      .clock()
      .install()
      .mockDate(new Date(2026, 0, 1));
    try {
      const features = () => [withIdleTimeout({ after: 60 })];
      const first = await openAnonymous(features());
      expect(JSON.stringify({ ...localStorage })).toBe('{}');
      first.app.destroy();
      jasmine.clock().mockDate(new Date(Date.now() + 8 * 3_600_000));
      const next = await openCookieTab(features());
      expect(next.auth.status()).toBe('pending');
      callsTo(next, '/status').forEach((c) => c.flush({ data: { email: 'sso' } }));
      await delivered();
      expect(next.auth.status()).toBe('authenticated');
    } finally {
      jasmine.clock().uninstall();
    }
  });
});
