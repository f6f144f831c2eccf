import { HttpTestingController, TestRequest } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { flaskJwtAuth } from '../../backends/flask-jwt-auth';
import { provideAuth } from '../../config/provide-auth';
import { ensureAuthenticated } from '../../routing/ensure-authenticated';
import { loginRedirect } from '../../routing/login-redirect';
import { BASE_URL, startFakeHttp } from '../../../test-support/set-up';
import { AuthService } from '../auth-service';
import { withStatusCheck } from './with-status-check';

const routes = [
  { path: 'account', canActivate: [ensureAuthenticated], children: [] },
  { path: 'login', canActivate: [loginRedirect], children: [] },
];

function start(token: string | null): AuthService {
  localStorage.clear();
  if (token !== null) localStorage.setItem('token', token);
  const auth = provideAuth({ baseUrl: BASE_URL }, withStatusCheck());
  return startFakeHttp(auth, undefined, provideRouter(routes));
}

function statusRequest(): TestRequest {
  return TestBed.inject(HttpTestingController).expectOne(`${BASE_URL}/status`);
}

/** Opens the guarded page while the answer is under way, then lets it come. */
async function openAccount(answer: (request: TestRequest) => void): Promise<string> {
  const router = TestBed.inject(Router);
  const navigation = router.navigateByUrl('/account');
  answer(statusRequest());
  await navigation;
  return router.url;
}

describe('withStatusCheck', () => {
  afterEach(() => TestBed.inject(HttpTestingController).verify());

  it('asks at start, once, and the guards wait', async () => {
    const auth = start('opaque');
    expect(auth.status()).toBe('pending');
    const url = await openAccount((request) =>
      request.flush({ data: { email: 'ada@example.com' } }),
    );
    expect(url).toBe('/account');
    expect(auth.status()).toBe('authenticated');
    expect(auth.user()).toEqual({ email: 'ada@example.com' });
  });

  it('signs out where the backend refuses the token', async () => {
    const auth = start('opaque');
    const url = await openAccount((request) =>
      request.flush(null, { status: 401, statusText: 'No' }),
    );
    expect(url).toBe('/login?returnUrl=%2Faccount');
    expect(auth.status()).toBe('anonymous');
    expect(localStorage.getItem('token')).toBeNull();
  });

  const failures: Record<string, (request: TestRequest) => void> = {
    'answers 403': (request) => request.flush(null, { status: 403, statusText: 'No' }),
    'answers 500': (request) => request.flush(null, { status: 500, statusText: 'No' }),
    'answers 503': (request) => request.flush(null, { status: 503, statusText: 'No' }),
    'is away': (request) => request.error(new ProgressEvent('error')),
  };
  for (const [what, fail] of Object.entries(failures)) {
    it(`signs nobody out when the backend ${what}`, async () => {
      const auth = start('opaque');
      expect(await openAccount(fail)).toBe('/account');
      expect(auth.status()).toBe('authenticated');
      expect(localStorage.getItem('token')).toBe('opaque');
    });
  }

  it('asks nobody without a token', () => {
    expect(start(null).status()).toBe('anonymous');
  });

  it('refuses to start without a status endpoint', () => {
    const { login } = flaskJwtAuth.endpoints;
    const backend = { ...flaskJwtAuth, endpoints: { login } };
    expect(() => provideAuth({ baseUrl: BASE_URL, backend }, withStatusCheck())).toThrowError(
      /backend\.endpoints\.status.*withStatusCheck/,
    );
    // `verify` needs a test module.
    start(null);
  });
});
