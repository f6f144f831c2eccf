import { HttpTestingController, TestRequest } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { jwt, secondsFromNow } from '../../../test-support/jwt';
import { eventsOf } from '../../../test-support/mock-app';
import { REFUSED } from '../../../test-support/refresh-backend';
import { BASE_URL, setUpFakeHttp } from '../../../test-support/set-up';
import { AuthService } from '../auth-service';

/** The status calls that have no answer yet. */
function questions(): TestRequest[] {
  return TestBed.inject(HttpTestingController).match(`${BASE_URL}/status`);
}

describe('a session whose token has expired by the local clock', () => {
  let auth: AuthService;
  let events: string[];

  beforeEach(() => {
    jasmine
      .clock()
      .install()
      .mockDate(new Date(2026, 0, 1));
    auth = setUpFakeHttp();
    auth.setToken(jwt({ exp: secondsFromNow(10) }));
    events = eventsOf(auth);
    jasmine.clock().tick(9_999);
    expect(questions()).toEqual([]);
    jasmine.clock().tick(1);
  });
  afterEach(() => jasmine.clock().uninstall());

  it('is asked about, and goes on if the backend accepts it', () => {
    const [call, ...more] = questions();
    expect(more).toEqual([]);
    expect(auth.isAuthenticated()).toBeTrue();
    call!.flush({ data: { email: 'ada@example.com' } });
    expect(auth.isAuthenticated()).toBeTrue();
    jasmine.clock().tick(3_600_000);
    dispatchEvent(new Event('pageshow'));
    expect(questions()).toEqual([]);
    expect(auth.isAuthenticated()).toBeTrue();
    expect(events).toEqual([]);
  });

  it('is over if the backend refuses it', () => {
    questions()[0]!.flush(null, REFUSED);
    expect(auth.status()).toBe('anonymous');
    expect(events).toEqual(['expired']);
    expect(localStorage.length).toBe(0);
  });

  it('is kept as long as the backend cannot tell', () => {
    for (let i = 0; i < 5; i++) {
      const calls = questions();
      expect(calls.length).toBe(1);
      calls[0]!.flush(null, { status: 500, statusText: 'Broken' });
      expect(auth.isAuthenticated()).toBeTrue();
      jasmine.clock().tick(30_000);
    }
    expect(events).toEqual([]);
  });
});
