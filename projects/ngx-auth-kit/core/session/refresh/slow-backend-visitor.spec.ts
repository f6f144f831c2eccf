import { firstValueFrom } from 'rxjs';
import { callsTo, cookieBackend } from '../../../test-support/cookie-tab';
import { delivered } from '../../../test-support/delivered';
import { closeTabs, openTab } from '../../../test-support/open-tab';
import { refreshBackend, REFUSED } from '../../../test-support/refresh-backend';
import { BASE_URL } from '../../../test-support/set-up';
import { until } from '../../../test-support/until';
import { withTokenRefresh } from '../refresh/with-token-refresh';

const refresh = { path: '/refresh', withCredentials: true };
const bought = { ...refreshBackend, endpoints: { ...refreshBackend.endpoints, refresh } };

describe('a backend that never answers', () => {
  beforeEach(() => {
    localStorage.clear();
    sessionStorage.clear();
    spyOn(console, 'warn');
  });
  afterEach(() => closeTabs());

  for (const isCookie of [true, false])
    it(`keeps no tab of a visitor waiting longer than its own bound (cookie session: ${isCookie})`, async () => {
      jasmine
        .clock()
        .install()
        .mockDate(new Date(2026, 0, 1));
      try {
        const start = Date.now();
        const config = {
          baseUrl: BASE_URL,
          backend: isCookie ? cookieBackend : bought,
          storage: 'memory',
          requestTimeout: 1000,
        } as const;
        const tabs = await Promise.all(
          Array.from({ length: 5 }, () =>
            openTab(config, { features: [withTokenRefresh()], fakeHttp: true }),
          ),
        );
        if (isCookie)
          tabs.forEach((tab) =>
            callsTo(tab, '/status').forEach((call) => call.flush(null, REFUSED)),
          );
        const at: number[] = [];
        tabs.forEach(({ auth }) => {
          const s = () => at.push(Date.now() - start);
          firstValueFrom(auth.checkStatus()).then(s, s);
        });
        if (isCookie) {
          await delivered();
          tabs.forEach((tab) =>
            callsTo(tab, '/status').forEach((call) => call.flush(null, REFUSED)),
          );
        }
        await until(() => tabs.some((tab) => callsTo(tab, '/refresh').length > 0));
        while (at.length < 5 && Date.now() - start < 10_000) {
          jasmine.clock().tick(100);
          await delivered();
        }
        expect(at.every((t) => t <= 2000))
          .withContext(String(at))
          .toBeTrue();
      } finally {
        jasmine.clock().uninstall();
      }
    });
});
