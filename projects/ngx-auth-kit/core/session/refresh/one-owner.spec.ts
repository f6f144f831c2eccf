import { TestBed } from '@angular/core/testing';
import { get, refreshCall, refuse, signInToRefresh } from '../../../test-support/refresh-app';
import { appRequests, refreshCalls } from '../../../test-support/refresh-backend';
import { withoutLocks } from '../../../test-support/without-locks';

/** As many as lie between the backend's answer and the last of those who are told. */
const MICROTASKS = 20;

async function microtasks(count: number): Promise<void> {
  for (let i = 0; i < count; i++) await null;
}

describe('the one owner of renewal', () => {
  it('has no moment in which a second call begins', () =>
    // Without locks every step is a microtask, so that each moment can be tried.
    withoutLocks(async () => {
      for (let moment = 0; moment < MICROTASKS; moment++) {
        signInToRefresh();
        const answers = Promise.all([get(), get()]);
        const [early, late] = appRequests();
        refuse([early!]);
        const call = await refreshCall();
        call.flush(null, { status: 500, statusText: 'Broken' });
        await microtasks(moment);
        refuse([late!]);
        await answers;
        expect(refreshCalls().length).withContext(`after ${moment} microtasks`).toBe(0);
        TestBed.resetTestingModule();
      }
    }));

  it('ends nothing and plans nothing for an app that is gone, with locks', () =>
    // Granted when the app that is gone has let go.
    leave(() => navigator.locks.request('ngx-auth-kit token', () => undefined)));

  it('ends nothing and plans nothing for an app that is gone, without locks', () =>
    withoutLocks(() => leave()));
});

/** An app is destroyed while it renews its session. */
async function leave(letGo?: () => Promise<unknown>): Promise<void> {
  const auth = signInToRefresh();
  const told = jasmine.createSpy();
  auth.refresh().subscribe({ next: told, error: told });
  const call = await refreshCall();
  const timers = spyOn(window, 'setTimeout').and.callThrough();
  TestBed.resetTestingModule();
  expect(call.cancelled).toBeTrue();
  await letGo?.();
  await microtasks(MICROTASKS);
  const planned = timers.calls.allArgs().filter(([, delay]) => Number(delay) > 1_000);
  expect(planned).toEqual([]);
  expect(localStorage.getItem('token')).not.toBeNull();
  expect(told).not.toHaveBeenCalled();
}
