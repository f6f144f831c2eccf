import { TestRequest } from '@angular/common/http/testing';
import { firstValueFrom } from 'rxjs';
import { callsTo } from '../../../test-support/cookie-tab';
import { delivered } from '../../../test-support/delivered';
import { closeTabs, openTab, Tab } from '../../../test-support/open-tab';
import { accessToken, grant, refreshBackend, store } from '../../../test-support/refresh-backend';
import { BASE_URL } from '../../../test-support/set-up';
import { until } from '../../../test-support/until';
import { withoutLocks } from '../../../test-support/without-locks';
import { withTokenRefresh } from './with-token-refresh';

/** Tabs with an expired token ask at once for another. */
function openTabs(count: number, config = {}): Promise<Tab[]> {
  const options = { baseUrl: BASE_URL, backend: refreshBackend, ...config };
  return Promise.all(
    Array.from({ length: count }, () =>
      openTab(options, { features: [withTokenRefresh()], fakeHttp: true }),
    ),
  );
}

async function oneCall(): Promise<void> {
  const tabs = await openTabs(3);
  const calls: TestRequest[] = [];
  const collect = () => calls.push(...tabs.flatMap((tab) => callsTo(tab, '/refresh')));
  await until(() => collect() > 0);
  for (let second = 0; second < 12; second++) {
    jasmine.clock().tick(1_000);
    await delivered();
    collect();
  }
  expect(calls.map(({ request }) => request.body as unknown)).toEqual([
    { refresh_token: 'shared' },
  ]);
  const renewed = grant();
  calls[0]!.flush(renewed);
  await until(() => {
    jasmine.clock().tick(100);
    tabs.flatMap((tab) => callsTo(tab, '/status')).forEach((call) => call.flush({ data: {} }));
    return tabs.every(({ auth }) => auth.isAuthenticated());
  });
  collect();
  expect(calls.length).toBe(1);
  expect(tabs.map(({ auth }) => auth.token())).toEqual(tabs.map(() => renewed.auth_token));
}

describe('a slow refresh', () => {
  beforeEach(() => {
    localStorage.clear();
    jasmine
      .clock()
      .install()
      .mockDate(new Date(2026, 0, 1));
    store({ accessToken: accessToken(-60), refreshToken: 'shared' });
  });
  afterEach(() => {
    closeTabs();
    jasmine.clock().uninstall();
  });

  it('is one call for three tabs when it takes 12 s', oneCall);

  it('is one call for three tabs when it takes 12 s, without Web Locks', () =>
    withoutLocks(oneCall));

  it('keeps no tab waiting for longer than a call may take when the backend is dead', async () => {
    const start = Date.now();
    const tabs = await openTabs(5, { requestTimeout: 1_000 });
    const settledAfter: number[] = [];
    for (const { auth } of tabs) {
      const settled = () => settledAfter.push(Date.now() - start);
      firstValueFrom(auth.refresh()).then(settled, settled);
      firstValueFrom(auth.checkStatus()).then(settled, settled);
    }
    await until(() => tabs.some((tab) => callsTo(tab, '/refresh').length > 0));
    while (settledAfter.length < 2 * tabs.length && Date.now() - start < 10_000) {
      jasmine.clock().tick(100);
      await delivered();
    }
    expect(settledAfter.length).toBe(2 * tabs.length);
    expect(Math.max(...settledAfter)).toBeLessThanOrEqual(2_000);
    expect(tabs.map(({ auth }) => auth.status())).toEqual(tabs.map(() => 'pending'));
  });
});
