import { HttpTestingController } from '@angular/common/http/testing';
import { ApplicationRef } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideAuth } from '../../config/provide-auth';
import {
  answerLogin,
  grant,
  refreshBackend,
  refreshCalls,
} from '../../../test-support/refresh-backend';
import { BASE_URL, startFakeHttp } from '../../../test-support/set-up';
import { until } from '../../../test-support/until';
import { AuthService } from '../auth-service';
import { withTokenRefresh } from './with-token-refresh';

const START = new Date(2026, 0, 1);
const DAY = 86_400;

function signIn(body: object): AuthService {
  const config = { baseUrl: BASE_URL, backend: refreshBackend };
  const auth = startFakeHttp(provideAuth(config, withTokenRefresh()));
  auth.login({}).subscribe();
  answerLogin(body);
  return auth;
}

/** The calls that are under way once the lock was there to be had. */
async function callsNow() {
  await navigator.locks.request('ngx-auth-kit token', { ifAvailable: true }, () => undefined);
  await new Promise((resolve) => requestAnimationFrame(resolve));
  return refreshCalls();
}

/** The one call that is made. */
async function nextCall() {
  const [call, ...more] = await until(() => {
    const calls = refreshCalls();
    return calls.length > 0 ? calls : null;
  });
  expect([...more, ...refreshCalls()]).toEqual([]);
  return call!;
}

describe('refresh ahead of expiry', () => {
  beforeEach(() => {
    localStorage.clear();
    jasmine.clock().install().mockDate(START);
  });
  afterEach(() => {
    jasmine.clock().uninstall();
    TestBed.inject(HttpTestingController).verify();
  });

  const cases: readonly [lifetime: number, margin: number][] = [
    [1, 0.25],
    [2, 0.5],
    [5, 1.25],
    [30, 7.5],
    [60, 15],
    [300, 60],
    [900, 60],
    [DAY, 60],
    [24 * DAY, 60],
    [25 * DAY, 60],
    [50 * DAY, 60],
    [365 * DAY, 60],
    [36_500 * DAY, 60],
  ];
  for (const [lifetime, margin] of cases) {
    it(`renews a token of ${lifetime} s once, ${margin} s ahead`, async () => {
      const auth = signIn(grant(lifetime));
      jasmine.clock().tick((lifetime - margin) * 1000 - 1);
      expect(await callsNow()).toEqual([]);
      jasmine.clock().tick(1);
      const call = await nextCall();
      const renewed = grant(lifetime);
      call.flush(renewed);
      await until(() => auth.token() === renewed.auth_token);
      expect(await callsNow()).toEqual([]);
    });
  }

  for (const hours of [-24, -1, 1, 24]) {
    it(`does not loop when the client's clock is ${hours} h off`, async () => {
      const body = grant(3_600);
      jasmine.clock().mockDate(new Date(START.getTime() + hours * 3_600_000));
      const auth = signIn(body);
      expect(auth.isAuthenticated()).toBeTrue();
      jasmine.clock().tick(3_500_000);
      expect(await callsNow()).toEqual([]);
      jasmine.clock().tick(45_000);
      (await nextCall()).flush(null, { status: 401, statusText: 'No' });
      await until(() => auth.status() === 'anonymous');
    });
  }

  it('tries again ten seconds after a failure, and not before', async () => {
    const auth = signIn(grant(60));
    jasmine.clock().tick(45_000);
    (await nextCall()).error(new ProgressEvent('error'));
    await callsNow();
    jasmine.clock().tick(9_999);
    expect(await callsNow()).toEqual([]);
    jasmine.clock().tick(1);
    const call = await nextCall();
    const renewed = grant(60);
    call.flush(renewed);
    await until(() => auth.token() === renewed.auth_token);
  });

  it('renews when the page comes back from eight hours of sleep', async () => {
    const auth = signIn(grant(3_600));
    jasmine.clock().mockDate(new Date(START.getTime() + 8 * 3_600_000));
    dispatchEvent(new Event('pageshow'));
    const call = await nextCall();
    const renewed = grant(3_600);
    call.flush(renewed);
    await until(() => auth.token() === renewed.auth_token);
    expect(auth.isAuthenticated()).toBeTrue();
  });

  it('keeps no app unstable', async () => {
    signIn(grant(3_600));
    await expectAsync(TestBed.inject(ApplicationRef).whenStable()).toBeResolved();
  });
});
