import { HttpTestingController } from '@angular/common/http/testing';
import { PLATFORM_ID } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { open, Screen } from '../../test-support/screen';
import { BASE_URL, setUpFakeHttp } from '../../test-support/set-up';
import { LoginComponent } from '../login/login-component';
import { RetryCountdown } from './retry-countdown';

describe('RetryCountdown', () => {
  let countdown: RetryCountdown;
  beforeEach(() => {
    jasmine.clock().install().mockDate();
    countdown = TestBed.runInInjectionContext(() => new RetryCountdown());
  });
  afterEach(() => jasmine.clock().uninstall());

  const state = () => [countdown.remaining(), countdown.announced()];

  it('says nothing before it has started', () => expect(state()).toEqual([null, null]));

  for (const seconds of [null, 0, -5]) {
    it(`says nothing where the wait is ${seconds}`, () => {
      countdown.start(seconds);
      expect(state()).toEqual([null, null]);
    });
  }

  it('counts every second and announces every thirty', () => {
    countdown.start(62);
    const states = Array.from({ length: 63 }, () => {
      const now = state();
      jasmine.clock().tick(1_000);
      return now;
    });
    expect(states.map(([remaining]) => remaining)).toEqual(
      Array.from({ length: 63 }, (_, index) => 62 - index),
    );
    expect([...new Set(states.map(([, announced]) => announced))]).toEqual([62, 60, 30, 0]);
    expect(state()).toEqual([0, 0]);
  });

  it('is over in time though the timers of a hidden page are late', () => {
    countdown.start(60);
    jasmine.clock().mockDate(new Date(Date.now() + 59_000));
    jasmine.clock().tick(1_000);
    expect(countdown.remaining()).toBe(0);
  });

  it('never grows when the clock is set back', () => {
    countdown.start(10);
    jasmine.clock().mockDate(new Date(Date.now() - 3_600_000));
    jasmine.clock().tick(1_000);
    expect(countdown.remaining()).toBe(10);
  });

  it('waits an hour at most, whatever the backend says', () => {
    countdown.start(1e15);
    expect(countdown.remaining()).toBe(3_600);
  });

  it('starts anew', () => {
    countdown.start(60);
    countdown.start(5);
    jasmine.clock().tick(5_000);
    expect(countdown.remaining()).toBe(0);
    countdown.start(null);
    expect(state()).toEqual([null, null]);
  });
});

describe('a form that was refused for its rate', () => {
  const calls = () => TestBed.inject(HttpTestingController).match(`${BASE_URL}/login`);

  async function limited(retryAfter: string | null): Promise<Screen<LoginComponent>> {
    setUpFakeHttp({}, undefined, provideRouter([]));
    const screen = await open(LoginComponent);
    await screen.fillAndSubmit();
    const headers: Record<string, string> = retryAfter ? { 'Retry-After': retryAfter } : {};
    calls()[0]!.flush(null, { status: 429, statusText: 'Slow down', headers });
    await screen.fixture.whenStable();
    return screen;
  }

  it('counts down, sends nothing meanwhile and can be sent then', async () => {
    jasmine.clock().install().mockDate();
    try {
      const screen = await limited('2');
      const button = screen.find('button[type="submit"]')!;
      const said = () => document.getElementById(button.getAttribute('aria-describedby')!)!;
      const announced = () => screen.find('form > [aria-live]')!.textContent;
      expect(document.activeElement).toBe(screen.find('[role="alert"]'));
      expect(screen.alert).toBe('Too many attempts. Please wait a moment.');
      expect(said().textContent).toBe('You can try again in 2 seconds.');
      expect(announced()).toBe('You can try again in 2 seconds.');
      expect(button.getAttribute('aria-disabled')).toBe('true');
      await screen.submit();
      expect(calls()).toEqual([]);

      jasmine.clock().tick(1_000);
      await screen.fixture.whenStable();
      expect(said().textContent).toBe('You can try again in 1 second.');
      expect(announced()).toBe('You can try again in 2 seconds.');

      jasmine.clock().tick(1_000);
      await screen.fixture.whenStable();
      expect([said().textContent, announced()]).toEqual(Array(2).fill('You can try again now.'));
      expect(button.getAttribute('aria-disabled')).toBe('false');
      await screen.submit();
      expect(calls().length).toBe(1);
      expect(said().textContent).toBe('');
    } finally {
      jasmine.clock().uninstall();
    }
  });

  it('may be sent at once where the backend names no time', async () => {
    const screen = await limited(null);
    expect(screen.find('.auth-hint[id]')!.textContent).toBe('');
    await screen.submit();
    expect(calls().length).toBe(1);
  });

  it('leaves no timer behind, and none keeps the app unstable', async () => {
    const set = spyOn(window, 'setTimeout').and.callThrough();
    const clear = spyOn(window, 'clearTimeout').and.callThrough();
    const screen = await limited('60');
    const timer = set.calls.all().find(({ args }) => args[1] === 1_000)!.returnValue;
    await screen.fixture.whenStable();
    screen.fixture.destroy();
    expect(clear).toHaveBeenCalledWith(timer);
  });

  it('is rendered on a server, where it sets no timer', async () => {
    setUpFakeHttp({}, undefined, provideRouter([]), { provide: PLATFORM_ID, useValue: 'server' });
    const set = spyOn(window, 'setTimeout').and.callThrough();
    const screen = await open(LoginComponent);
    expect(screen.all('input').length).toBe(2);
    TestBed.runInInjectionContext(() => new RetryCountdown()).start(5);
    expect(set.calls.all().filter(({ args }) => args[1] === 1_000)).toEqual([]);
  });
});
