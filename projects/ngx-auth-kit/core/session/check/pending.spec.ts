import { HttpTestingController, TestRequest } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { flaskJwtAuth } from '../../backends/flask-jwt-auth';
import { AuthConfig } from '../../config/auth-config';
import { AuthFeature } from '../../config/auth-feature';
import { provideAuth } from '../../config/provide-auth';
import { ensureAuthenticated } from '../../routing/ensure-authenticated';
import { statusOf } from '../../../test-support/cookie-tab';
import { delivered } from '../../../test-support/delivered';
import { get, refuse } from '../../../test-support/refresh-app';
import { REFUSED } from '../../../test-support/refresh-backend';
import { BASE_URL, startFakeHttp } from '../../../test-support/set-up';
import { until } from '../../../test-support/until';
import { AuthService } from '../auth-service';
import { withStatusCheck } from './with-status-check';

const cookie = { backend: { ...flaskJwtAuth, session: 'cookie' } } as const;
const USER = { data: { email: 'ada@example.com' } };
const BROKEN = { status: 500, statusText: 'Broken' };

function start(config: Partial<AuthConfig>, ...features: AuthFeature[]): AuthService {
  const routes = [
    { path: 'account', canActivate: [ensureAuthenticated], children: [] },
    { path: 'login', children: [] },
  ];
  return startFakeHttp(
    provideAuth({ baseUrl: BASE_URL, ...config }, ...features),
    undefined,
    provideRouter(routes),
  );
}

/** The status calls that have no answer yet. */
function questions(): TestRequest[] {
  return TestBed.inject(HttpTestingController).match(`${BASE_URL}/status`);
}

function question(): TestRequest {
  const [call, ...more] = questions();
  expect(more).toEqual([]);
  return call!;
}

/** Lets time pass until the next status call; says how many seconds that takes. */
function nextQuestion(): { call: TestRequest | undefined; pause: number } {
  for (let pause = 1; pause <= 60; pause++) {
    jasmine.clock().tick(1_000);
    const [call] = questions();
    if (call) return { call, pause };
  }
  return { call: undefined, pause: Infinity };
}

describe('while it is not known who is signed in', () => {
  const starts: Record<string, () => AuthService> = {
    'a token that is checked': () => start({}, withStatusCheck()),
    'a cookie session': () => start(cookie),
  };
  for (const [what, open] of Object.entries(starts)) {
    describe(`with ${what}`, () => {
      let auth: AuthService;
      beforeEach(() => {
        localStorage.clear();
        localStorage.setItem('token', 'opaque');
        auth = open();
        expect(auth.status()).toBe('pending');
      });

      it('the refusal of another resource is passed on and ends nothing', async () => {
        const answer = get();
        refuse();
        await delivered();
        expect(auth.status()).toBe('pending');
        question().flush(USER);
        expect(statusOf(await answer)).toBe(401);
        expect(auth.status()).toBe('authenticated');
        expect(auth.user()).toEqual(USER.data);
      });

      it('the refusal of another resource waits for the word of the backend', async () => {
        const answer = get();
        refuse();
        question().flush(null, REFUSED);
        expect(statusOf(await answer)).toBe(401);
        expect(auth.status()).toBe('anonymous');
      });
    });
  }
});

describe('a cookie session that the backend cannot confirm', () => {
  beforeEach(() => {
    localStorage.clear();
    jasmine
      .clock()
      .install()
      .mockDate(new Date(2026, 0, 1));
  });
  afterEach(() => jasmine.clock().uninstall());

  it('is asked about again, with pauses that grow', () => {
    const auth = start(cookie);
    question().flush(null, BROKEN);
    const pauses = Array.from({ length: 8 }, () => {
      const { call, pause } = nextQuestion();
      expect(auth.status()).toBe('pending');
      call?.flush(null, BROKEN);
      return pause;
    });
    expect(pauses).toEqual(pauses.slice().sort((one, other) => one - other));
    expect(pauses[0]).toBeLessThanOrEqual(5);
    expect(pauses.at(-1)).toBeGreaterThan(pauses[0]!);
    expect(pauses.at(-1)).toBeLessThanOrEqual(60);
    nextQuestion().call?.flush(USER);
    expect(auth.status()).toBe('authenticated');
    jasmine.clock().tick(600_000);
    expect(questions()).toEqual([]);
  });

  const returns: Record<string, () => void> = {
    'the network is back': () => dispatchEvent(new Event('online')),
    'the page is looked at': () =>
      document.dispatchEvent(new Event('visibilitychange', { bubbles: true })),
  };
  for (const [what, happen] of Object.entries(returns)) {
    it(`is asked about at once when ${what}`, () => {
      const auth = start(cookie);
      question().error(new ProgressEvent('error'));
      expect(questions()).toEqual([]);
      happen();
      question().flush(USER);
      expect(auth.status()).toBe('authenticated');
    });
  }

  it('has its guarded page appear once it is confirmed', async () => {
    start(cookie);
    const router = TestBed.inject(Router);
    const refused = router.navigateByUrl('/account');
    // The guard waits for the question under way.
    await delivered();
    question().flush(null, BROKEN);
    await refused;
    expect(router.url).toBe('/login?returnUrl=%2Faccount');
    nextQuestion().call?.flush(USER);
    await until(() => router.url === '/account');
    expect(router.url).toBe('/account');
  });
});
