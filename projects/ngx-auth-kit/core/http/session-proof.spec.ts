import {
  HttpClient,
  HttpContext,
  HttpInterceptorFn,
  provideHttpClient,
  withInterceptors,
} from '@angular/common/http';
import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { flaskJwtAuth } from '../backends/flask-jwt-auth';
import { AuthConfig } from '../config/auth-config';
import { AuthService } from '../session/auth-service';
import { BASE_URL, setUpFakeHttp } from '../../test-support/set-up';
import { authInterceptor } from './auth-interceptor';
import { skipAuth } from './skip-auth';

const EVIL = 'https://evil.example/x';
const FOREIGN = 'https://other.example/x';

/** Moves the requests to this URL, which the token may go to, to one that it may not. */
const MOVED = `${BASE_URL}/moved`;
const move: HttpInterceptorFn = (request, next) =>
  next(request.url === MOVED ? request.clone({ url: EVIL }) : request);

/** Changes the page's base on the way, for the requests to this path. */
const REBASED = '/api/rebased';
const base = document.createElement('base');
const rebase: HttpInterceptorFn = (request, next) => {
  base.href = 'https://evil.example/';
  if (request.url === REBASED) document.head.prepend(base);
  return next(request);
};

function setUp(config: Partial<AuthConfig> = {}): AuthService {
  const auth = setUpFakeHttp(
    config,
    provideHttpClient(withInterceptors([authInterceptor, move, rebase])),
  );
  auth.setToken('opaque');
  return auth;
}

function headersAt(url: string, sentTo: string, options: object = {}) {
  TestBed.inject(HttpClient)
    .post(url, null, options)
    .subscribe({ error: () => undefined });
  return TestBed.inject(HttpTestingController).expectOne(sentTo).request;
}

describe('the departure of a request', () => {
  beforeEach(() => spyOn(console, 'warn'));

  it('loses the token also where its context is shared with a caller’s own header', () => {
    setUp();
    const context = new HttpContext();
    const own = { context, headers: { Authorization: 'Basic own' } };
    expect(headersAt(FOREIGN, FOREIGN, own).headers.get('Authorization')).toBe('Basic own');
    expect(headersAt(MOVED, EVIL, { context }).headers.has('Authorization')).toBeFalse();
  });

  it('loses the token where the page’s base has changed since it was attached', () => {
    setUp({ baseUrl: '/api' });
    try {
      expect(headersAt(REBASED, REBASED).headers.has('Authorization')).toBeFalse();
    } finally {
      base.remove();
    }
  });

  for (const [what, context] of [
    ['', new HttpContext()],
    [' and skipAuth', skipAuth()],
  ] as const) {
    it(`keeps a caller’s own header, even with the session’s token${what}`, () => {
      const auth = setUp();
      const headers = { Authorization: `Bearer ${auth.token()}` };
      const request = headersAt(FOREIGN, FOREIGN, { context, headers });
      expect(request.headers.get('Authorization')).toBe('Bearer opaque');
    });
  }

  it('keeps the token from this page’s URL where an endpoint is overridden with nothing', () => {
    setUp({
      backend: { ...flaskJwtAuth, endpoints: { ...flaskJwtAuth.endpoints, register: undefined } },
    });
    expect(headersAt(location.href, location.href).headers.has('Authorization')).toBeFalse();
  });

  it('works with the origin itself as base URL', () => {
    setUp({ baseUrl: '/' });
    expect(headersAt('/things', '/things').headers.get('Authorization')).toBe('Bearer opaque');
    expect(headersAt(FOREIGN, FOREIGN).headers.has('Authorization')).toBeFalse();
  });

  describe('with a cookie session', () => {
    const backend = { ...flaskJwtAuth, session: 'cookie' } as const;

    beforeEach(() => {
      document.cookie = 'XSRF-TOKEN=the%20value; path=/';
      setUp({ backend });
    });
    afterEach(() => (document.cookie = 'XSRF-TOKEN=; path=/; max-age=0'));

    it('has credentials and the XSRF header where a token would go', () => {
      const request = headersAt(`${BASE_URL}/things`, `${BASE_URL}/things`);
      expect(request.withCredentials).toBeTrue();
      expect(request.headers.get('X-XSRF-TOKEN')).toBe('the value');
    });

    it('has neither elsewhere', () => {
      const request = headersAt(FOREIGN, FOREIGN);
      expect(request.withCredentials).toBeFalse();
      expect(request.headers.has('X-XSRF-TOKEN')).toBeFalse();
    });

    it('loses both when it is moved', () => {
      const request = headersAt(MOVED, EVIL);
      expect(request.withCredentials).toBeFalse();
      expect(request.headers.has('X-XSRF-TOKEN')).toBeFalse();
    });
  });
});
