import {
  HttpClient,
  HttpContext,
  HttpInterceptorFn,
  HttpRequest,
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
const OWN_MOVED = '/api/moved';
const move: HttpInterceptorFn = (request, next) =>
  next([MOVED, OWN_MOVED].includes(request.url) ? request.clone({ url: EVIL }) : request);

/** Makes a new request of it, without its context. */
const REBUILT = `${BASE_URL}/rebuilt`;
const rebuild: HttpInterceptorFn = (request, next) => {
  const { headers, withCredentials } = request;
  return next(
    request.url === REBUILT
      ? new HttpRequest('POST', EVIL, null, { headers, withCredentials })
      : request,
  );
};

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
    provideHttpClient(withInterceptors([authInterceptor, move, rebuild, rebase])),
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

  for (const backend of [flaskJwtAuth, { ...flaskJwtAuth, session: 'cookie' } as const]) {
    it(`leaves JSONP alone, whose 401 means nothing (${backend.session ?? 'token'})`, () => {
      const auth = setUp({ backend });
      const answer = jasmine.createSpy();
      TestBed.inject(HttpClient)
        .request('JSONP', BASE_URL, { params: { callback: 'JSONP_CALLBACK' } })
        .subscribe({ error: answer });
      const sent = TestBed.inject(HttpTestingController).expectOne({ method: 'JSONP' });
      expect(sent.request.headers.keys()).toEqual([]);
      expect(sent.request.withCredentials).toBeFalse();
      const before = auth.status();
      sent.flush(null, { status: 401, statusText: 'No' });
      expect(answer).toHaveBeenCalledTimes(1);
      expect(auth.status()).toBe(before);
    });
  }

  it('keeps the credentials that a later interceptor adds to a token’s request', () => {
    const lend: HttpInterceptorFn = (request, next) =>
      next(request.clone({ url: EVIL, withCredentials: true }));
    setUpFakeHttp({}, provideHttpClient(withInterceptors([authInterceptor, lend]))).setToken('t');
    const request = headersAt(BASE_URL, EVIL);
    expect(request.withCredentials).toBeTrue();
    expect(request.headers.has('Authorization')).toBeFalse();
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

    for (const [how, url] of Object.entries({ moved: MOVED, rebuilt: REBUILT })) {
      it(`loses both when it is ${how}`, () => {
        const request = headersAt(url, EVIL);
        expect(request.withCredentials).toBeFalse();
        expect(request.headers.has('X-XSRF-TOKEN')).toBeFalse();
      });
    }

    it('keeps the credentials of its own when it is moved', () => {
      const request = headersAt(MOVED, EVIL, { withCredentials: true });
      expect(request.withCredentials).toBeTrue();
      expect(request.headers.has('X-XSRF-TOKEN')).toBeFalse();
    });

    it('keeps credentials and header of its own elsewhere, even with the session’s value', () => {
      headersAt(`${BASE_URL}/things`, `${BASE_URL}/things`);
      const headers = { 'X-XSRF-TOKEN': 'the value' };
      for (const context of [new HttpContext(), skipAuth()]) {
        const own = { headers, withCredentials: true, context };
        const request = headersAt(FOREIGN, FOREIGN, own);
        expect(request.withCredentials).toBeTrue();
        expect(request.headers.get('X-XSRF-TOKEN')).toBe('the value');
      }
    });

    it('keeps the credentials that it gets after its own Authorization header', () => {
      TestBed.resetTestingModule();
      const lend: HttpInterceptorFn = (request, next) =>
        next(request.clone({ withCredentials: true }));
      setUpFakeHttp({ backend }, provideHttpClient(withInterceptors([authInterceptor, lend])));
      const own = { headers: { Authorization: 'Basic own' } };
      expect(headersAt(FOREIGN, FOREIGN, own).withCredentials).toBeTrue();
    });

    describe('on the page’s own origin', () => {
      beforeEach(() => {
        TestBed.resetTestingModule();
        setUp({ backend, baseUrl: '/api', allowedUrls: ['/api', BASE_URL] });
      });

      it('keeps Angular’s own XSRF header where it may not go itself', () => {
        headersAt('/api/things', '/api/things');
        headersAt(`${BASE_URL}/things`, `${BASE_URL}/things`);
        const request = headersAt('/legacy', '/legacy');
        expect(request.headers.get('X-XSRF-TOKEN')).toBe('the value');
        expect(request.withCredentials).toBeFalse();
      });

      it('keeps Angular’s own XSRF header when it is moved, and loses the credentials', () => {
        const request = headersAt(OWN_MOVED, EVIL);
        expect(request.headers.get('X-XSRF-TOKEN')).toBe('the value');
        expect(request.withCredentials).toBeFalse();
      });
    });

    it('takes an empty XSRF cookie for none', () => {
      document.cookie = 'XSRF-TOKEN=; path=/';
      const request = headersAt(`${BASE_URL}/things`, `${BASE_URL}/things`);
      expect(request.headers.has('X-XSRF-TOKEN')).toBeFalse();
      expect(headersAt(FOREIGN, FOREIGN, { withCredentials: true }).withCredentials).toBeTrue();
    });
  });
});
