import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideAuth } from '../../config/provide-auth';
import { BASE_URL, startFakeHttp } from '../../../test-support/set-up';
import { AuthService } from '../auth-service';
import { IdleTimeoutOptions, withIdleTimeout } from './with-idle-timeout';

const START = new Date(2026, 0, 1).getTime();

function start(options: IdleTimeoutOptions = { after: 60, warn: 10 }) {
  TestBed.resetTestingModule();
  const auth = startFakeHttp(provideAuth({ baseUrl: BASE_URL }, withIdleTimeout(options)));
  const events: string[] = [];
  auth.events.subscribe(({ type }) => events.push(type));
  return { auth, events };
}

function touch(): void {
  document.body.dispatchEvent(new Event('pointerdown', { bubbles: true }));
}

function isOver(auth: AuthService): boolean {
  return auth.status() === 'anonymous' && localStorage.length === 0;
}

describe('withIdleTimeout', () => {
  beforeEach(() => {
    localStorage.clear();
    jasmine.clock().install().mockDate(new Date(START));
  });
  afterEach(() => jasmine.clock().uninstall());

  it('warns ahead, then signs out here and at the backend', () => {
    const { auth, events } = start();
    auth.setToken('opaque');
    jasmine.clock().tick(49_999);
    expect(events).toEqual(['login']);
    jasmine.clock().tick(1);
    expect(events).toEqual(['login', 'idleWarning']);
    jasmine.clock().tick(9_999);
    expect(auth.isAuthenticated()).toBeTrue();
    jasmine.clock().tick(1);
    expect(events).toEqual(['login', 'idleWarning', 'idle']);
    expect(isOver(auth)).toBeTrue();
    TestBed.inject(HttpTestingController).expectOne(`${BASE_URL}/logout`);
  });

  it('waits anew after activity, and warns again', () => {
    const { auth, events } = start();
    auth.setToken('opaque');
    for (let i = 0; i < 10; i++) {
      jasmine.clock().tick(30_000);
      touch();
    }
    expect(events).toEqual(['login']);
    jasmine.clock().tick(50_000);
    touch();
    jasmine.clock().tick(49_999);
    expect(events).toEqual(['login', 'idleWarning']);
    jasmine.clock().tick(10_001);
    expect(events).toEqual(['login', 'idleWarning', 'idleWarning', 'idle']);
  });

  it('counts activity in another tab', () => {
    const { auth } = start();
    auth.setToken('opaque');
    jasmine.clock().tick(40_000);
    localStorage.setItem('token.activity', String(Date.now()));
    jasmine.clock().tick(59_999);
    expect(auth.isAuthenticated()).toBeTrue();
    jasmine.clock().tick(1);
    expect(isOver(auth)).toBeTrue();
  });

  for (const wake of ['pageshow', 'pointerdown']) {
    it(`signs out when the device wakes too late (${wake} comes first)`, () => {
      const { auth } = start();
      auth.setToken('opaque');
      jasmine.clock().mockDate(new Date(START + 8 * 3_600_000));
      dispatchEvent(new Event(wake));
      expect(isOver(auth)).toBeTrue();
    });
  }

  it('signs out at start when the last page load was idle for too long', () => {
    start().auth.setToken('opaque');
    jasmine.clock().mockDate(new Date(START + 61_000));
    expect(isOver(start().auth)).toBeTrue();
  });

  it('goes on counting over a reload', () => {
    start().auth.setToken('opaque');
    jasmine.clock().tick(40_000);
    const { auth } = start();
    expect(auth.isAuthenticated()).toBeTrue();
    jasmine.clock().tick(20_000);
    expect(isOver(auth)).toBeTrue();
  });

  it('hears nothing while nobody is signed in', () => {
    const add = spyOn(window, 'addEventListener').and.callThrough();
    start();
    touch();
    expect(add.calls.allArgs().map(([type]) => type)).not.toContain('pointerdown');
  });

  it('does no more than note the time, once a second, while the user is active', () => {
    const { auth } = start();
    auth.setToken('opaque');
    const write = spyOn(Storage.prototype, 'setItem').and.callThrough();
    for (let i = 0; i < 1_000; i++) {
      jasmine.clock().tick(10);
      touch();
    }
    expect(write.calls.count()).toBeLessThanOrEqual(10);
  });

  for (const options of [
    { after: 0 },
    { after: NaN },
    { after: 60, warn: 60 },
    { after: 60, warn: -1 },
  ]) {
    it(`refuses to start with ${JSON.stringify(options)}`, () => {
      expect(() => provideAuth({ baseUrl: BASE_URL }, withIdleTimeout(options))).toThrowError(
        /option "withIdleTimeout\.(after|warn)" is/,
      );
    });
  }
});
