import { TestBed } from '@angular/core/testing';
import { get, refreshCall, refuse, signInToRefresh } from '../../../test-support/refresh-app';
import { appRequests, refreshCalls } from '../../../test-support/refresh-backend';

/** As many as lie between the backend's answer and the last of those who are told. */
const MICROTASKS = 20;

async function microtasks(count: number): Promise<void> {
  for (let i = 0; i < count; i++) await null;
}

describe('the one owner of renewal', () => {
  it('has no moment in which a second call begins', async () => {
    // Without locks every step is a microtask, so that each moment can be tried.
    Object.defineProperty(navigator, 'locks', { value: undefined, configurable: true });
    try {
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
    } finally {
      Reflect.deleteProperty(navigator, 'locks');
    }
  });

  for (const locks of ['with', 'without']) {
    it(`ends nothing and plans nothing for an app that is gone, ${locks} locks`, async () => {
      if (locks === 'without')
        Object.defineProperty(navigator, 'locks', { value: undefined, configurable: true });
      try {
        const auth = signInToRefresh();
        const told = jasmine.createSpy();
        auth.refresh().subscribe({ next: told, error: told });
        const call = await refreshCall();
        const timers = spyOn(window, 'setTimeout').and.callThrough();
        TestBed.resetTestingModule();
        expect(call.cancelled).toBeTrue();
        // Granted when the app that is gone has let go.
        if (locks === 'with') await navigator.locks.request('ngx-auth-kit token', () => undefined);
        await microtasks(MICROTASKS);
        const planned = timers.calls.allArgs().filter(([, delay]) => Number(delay) > 1_000);
        expect(planned).toEqual([]);
        expect(localStorage.getItem('token')).not.toBeNull();
        expect(told).not.toHaveBeenCalled();
      } finally {
        Reflect.deleteProperty(navigator, 'locks');
      }
    });
  }
});
