import {
  HttpClient,
  HttpErrorResponse,
  HttpFeature,
  HttpFeatureKind,
  HttpHeaders,
  HttpInterceptorFn,
  HttpRequest,
  provideHttpClient,
  withInterceptors,
  withInterceptorsFromDi,
} from '@angular/common/http';
import { HttpTestingController } from '@angular/common/http/testing';
import { makeEnvironmentProviders } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { firstValueFrom, retry } from 'rxjs';
import { AuthModule } from '../../components/module/auth-module';
import { jwt, secondsFromNow } from '../../test-support/jwt';
import { BASE_URL, setUpFakeHttp, startFakeHttp } from '../../test-support/set-up';
import { authInterceptor } from './auth-interceptor';
import { skipAuth } from './skip-auth';

const TOKEN = jwt({ sub: 1 });

function sentHeader(url: string, options: object = {}): string | null {
  TestBed.inject(HttpClient)
    .get(url, options)
    .subscribe({ error: () => undefined });
  const sent = TestBed.inject(HttpTestingController).expectOne((request) => request.url === url);
  sent.flush(null);
  return sent.request.headers.get('Authorization');
}

describe('authInterceptor', () => {
  beforeEach(() => spyOn(console, 'warn'));
  afterEach(() => TestBed.inject(HttpTestingController).verify());

  describe('by default', () => {
    const own = location.origin;
    const carries: readonly string[] = [
      BASE_URL + '/status',
      'https://api.example.com',
      'https://api.example.com/anything?x=https://evil.example#y',
      'HTTPS://API.EXAMPLE.COM/x',
      'https://api.example.com:443/x',
      'https://user@api.example.com/x',
      ' https://api.example.com/x',
    ];
    for (const url of carries) {
      it(`sends the token to ${url}`, () => {
        setUpFakeHttp().setToken(TOKEN);
        expect(sentHeader(url)).toBe(`Bearer ${TOKEN}`);
      });
    }

    const stays: readonly string[] = [
      '/api',
      `${own}/api`,
      'http://api.example.com/x',
      'https://api.example.com:8443/x',
      'https://api.example.com.evil.example/x',
      'https://api.example.com@evil.example/x',
      'https://evil.example/https://api.example.com/auth',
      'https://evil.example?https://api.example.com',
      'https://evil.example#https://api.example.com',
      'https://xapi.example.com',
      'https://sub.api.example.com',
      '//evil.example/auth/status',
      '\\\\evil.example/auth',
      'blob:https://api.example.com/3f1c',
      'data:text/plain,x',
      'ftp://api.example.com/x',
      '\u00a0https://api.example.com/x',
      '\ufeffhttps://api.example.com/x',
      'https://',
      'http://[::1',
      'https://api.example.com:99999/x',
    ];
    for (const url of stays) {
      it(`keeps the token from ${url}, and passes the request on unchanged`, () => {
        setUpFakeHttp().setToken(TOKEN);
        expect(sentHeader(url)).toBeNull();
      });
    }
  });

  describe('with allowedUrls', () => {
    const cases: readonly [string[], string, boolean][] = [
      [['/api'], '/api', true],
      [['/api'], '/api/users', true],
      [['/api'], 'api/users', true],
      [['/api'], '/apix', false],
      [['/api'], '/api/../admin', false],
      [['/api'], '/api/%2e%2e/admin', false],
      [['/api'], '/x/../api/users', true],
      [['/api'], '//evil.example/api', false],
      [['/api'], 'https://evil.example/api', false],
      [['/api'], '/API', false],
      [['https://a.example/v1'], 'https://a.example/v1', true],
      [['https://a.example/v1'], 'https://a.example/v1/x', true],
      [['https://a.example/v1'], 'https://a.example/v1x', false],
      [['https://a.example/v1'], 'https://a.example/v1/../v2', false],
      [['https://a.example/v1'], 'https://a.example/', false],
      [['https://a.example'], 'https://api.example.com/users', false],
      [[], 'https://api.example.com/users', false],
      [[], BASE_URL + '/status', true],
      [[], BASE_URL + '/status/more', false],
    ];
    for (const [allowedUrls, url, carries] of cases) {
      it(`${carries ? 'sends' : 'keeps'} the token for ${url} with [${allowedUrls}]`, () => {
        setUpFakeHttp({ allowedUrls }).setToken(TOKEN);
        expect(sentHeader(url) !== null).toBe(carries);
      });
    }

    it('judges a relative URL by where an injected <base> would send it', () => {
      setUpFakeHttp({ allowedUrls: ['/api'] }).setToken(TOKEN);
      const base = document.createElement('base');
      base.href = 'https://evil.example/';
      document.head.prepend(base);
      try {
        expect(sentHeader('/api/users')).toBeNull();
        expect(sentHeader(`${location.origin}/api/users`)).not.toBeNull();
      } finally {
        base.remove();
      }
    });
  });

  describe('the header', () => {
    it('has the configured name and prefix', () => {
      setUpFakeHttp({ headerName: 'X-Auth', headerPrefix: 'JWT' }).setToken(TOKEN);
      TestBed.inject(HttpClient).get(BASE_URL).subscribe();
      const { request } = TestBed.inject(HttpTestingController).expectOne(BASE_URL);
      expect(request.headers.get('X-Auth')).toBe(`JWT ${TOKEN}`);
      expect(request.headers.has('Authorization')).toBeFalse();
    });

    it('is the bare token with an empty prefix', () => {
      setUpFakeHttp({ headerPrefix: '' }).setToken(TOKEN);
      expect(sentHeader(BASE_URL)).toBe(TOKEN);
    });

    it('stays the caller’s own', () => {
      setUpFakeHttp().setToken(TOKEN);
      expect(sentHeader(BASE_URL, { headers: { authorization: 'Basic abc' } })).toBe('Basic abc');
    });

    it('is not sent with skipAuth', () => {
      setUpFakeHttp().setToken(TOKEN);
      expect(sentHeader(BASE_URL, { context: skipAuth() })).toBeNull();
    });

    it('is sent although the client’s clock says that the token has expired; the server knows', () => {
      const auth = setUpFakeHttp();
      const token = jwt({ exp: secondsFromNow(60) });
      auth.setToken(token);
      const now = Date.now();
      spyOn(Date, 'now').and.returnValue(now + 61_000);
      expect(sentHeader(BASE_URL)).toBe(`Bearer ${token}`);
      expect(auth.isAuthenticated()).toBeTrue();
    });

    it('does not go with a login', () => {
      const auth = setUpFakeHttp();
      auth.setToken(TOKEN);
      auth.login({}).subscribe();
      const { request } = TestBed.inject(HttpTestingController).expectOne(`${BASE_URL}/login`);
      expect(request.headers.has('Authorization')).toBeFalse();
    });
  });

  describe('when a later interceptor moves the request', () => {
    const evil = 'https://evil.example/x';
    const moves: Record<string, (request: HttpRequest<unknown>) => HttpRequest<unknown>> = {
      'by clone': (request) => request.clone({ url: evil }),
      'by two clones': (request) => request.clone({ setParams: { a: '1' } }).clone({ url: evil }),
      'by clone with more headers': (request) =>
        request.clone({ url: evil, setHeaders: { 'X-More': '1' } }),
      'by a new request': (request) => new HttpRequest('GET', evil, { headers: request.headers }),
      'by a new request with copied headers': (request) =>
        new HttpRequest('GET', evil, {
          headers: new HttpHeaders({ Authorization: request.headers.get('Authorization')! }),
        }),
    };
    function setUpMoving(move: HttpInterceptorFn) {
      return setUpFakeHttp({}, provideHttpClient(withInterceptors([authInterceptor, move])));
    }

    for (const [how, move] of Object.entries(moves)) {
      it(`takes the token off (${how})`, () => {
        setUpMoving((request, next) => next(move(request))).setToken(TOKEN);
        TestBed.inject(HttpClient).get(BASE_URL).subscribe();
        const { request } = TestBed.inject(HttpTestingController).expectOne((r) => r.url === evil);
        expect(request.headers.has('Authorization')).toBeFalse();
      });
    }

    it('keeps the header that the later interceptor sets itself', () => {
      setUpMoving((request, next) =>
        next(request.clone({ url: evil, setHeaders: { Authorization: 'Basic theirs' } })),
      ).setToken(TOKEN);
      TestBed.inject(HttpClient).get(BASE_URL).subscribe();
      const { request } = TestBed.inject(HttpTestingController).expectOne(evil);
      expect(request.headers.get('Authorization')).toBe('Basic theirs');
    });

    it('keeps the token where the new URL is allowed', () => {
      setUpMoving((request, next) => next(request.clone({ url: BASE_URL + '/v2' }))).setToken(
        TOKEN,
      );
      TestBed.inject(HttpClient).get(BASE_URL).subscribe();
      const { request } = TestBed.inject(HttpTestingController).expectOne(BASE_URL + '/v2');
      expect(request.headers.get('Authorization')).toBe(`Bearer ${TOKEN}`);
    });

    it('takes the token off a call of the library itself', () => {
      const auth = setUpMoving((request, next) => next(request.clone({ url: evil })));
      auth.setToken(TOKEN);
      auth.checkStatus().subscribe({ error: () => undefined });
      const { request } = TestBed.inject(HttpTestingController).expectOne(evil);
      expect(request.headers.has('Authorization')).toBeFalse();
    });

    it('ignores the 401 from there', async () => {
      const auth = setUpMoving((request, next) => next(request.clone({ url: evil })));
      auth.setToken(TOKEN);
      const answer = firstValueFrom(TestBed.inject(HttpClient).get(BASE_URL));
      TestBed.inject(HttpTestingController)
        .expectOne(evil)
        .flush(null, { status: 401, statusText: 'No' });
      await expectAsync(answer).toBeRejected();
      expect(auth.isAuthenticated()).toBeTrue();
    });
  });

  describe('on a refusal', () => {
    async function answer(status: number, url = BASE_URL, options = {}): Promise<unknown> {
      const error = firstValueFrom(TestBed.inject(HttpClient).get(url, options)).catch((e) => e);
      TestBed.inject(HttpTestingController)
        .expectOne(url)
        .flush('no', { status, statusText: 'No' });
      return error;
    }

    it('ends the session at 401 and hands the error on', async () => {
      const auth = setUpFakeHttp();
      auth.setToken(TOKEN);
      const error = (await answer(401)) as HttpErrorResponse;
      expect(error).toBeInstanceOf(HttpErrorResponse);
      expect(error.error).toBe('no');
      expect(auth.status()).toBe('anonymous');
      expect(localStorage.getItem('token')).toBeNull();
    });

    for (const status of [400, 403, 404, 422, 500, 503]) {
      it(`keeps the session at ${status}`, async () => {
        const auth = setUpFakeHttp();
        auth.setToken(TOKEN);
        await answer(status);
        expect(auth.isAuthenticated()).toBeTrue();
      });
    }

    const unrelated: Record<string, [url: string, options: object]> = {
      'a foreign origin': ['https://other.example/x', {}],
      'a request with a header of its own': [BASE_URL, { headers: { Authorization: 'Basic a' } }],
      'a request with skipAuth': [BASE_URL, { context: skipAuth() }],
    };
    for (const [what, [url, options]] of Object.entries(unrelated)) {
      it(`keeps the session at the 401 of ${what}`, async () => {
        const auth = setUpFakeHttp();
        auth.setToken(TOKEN);
        await answer(401, url, options);
        expect(auth.isAuthenticated()).toBeTrue();
      });
    }

    it('keeps the session that replaced the refused one', async () => {
      const auth = setUpFakeHttp();
      auth.setToken(TOKEN);
      const late = firstValueFrom(TestBed.inject(HttpClient).get(BASE_URL)).catch(() => 'failed');
      const request = TestBed.inject(HttpTestingController).expectOne(BASE_URL);
      auth.setToken(jwt({ sub: 2 }));
      request.flush(null, { status: 401, statusText: 'No' });
      expect(await late).toBe('failed');
      expect(auth.claims()).toEqual({ sub: 2 });
    });
  });

  it('sends the token of the moment when an outer interceptor subscribes again', () => {
    const again: HttpInterceptorFn = (request, next) => next(request).pipe(retry(1));
    const auth = setUpFakeHttp({}, provideHttpClient(withInterceptors([again, authInterceptor])));
    const backend = TestBed.inject(HttpTestingController);
    auth.setToken(TOKEN);
    TestBed.inject(HttpClient).get(BASE_URL).subscribe();
    auth.setToken(jwt({ sub: 2 }));
    backend.expectOne(BASE_URL).flush(null, { status: 503, statusText: 'Later' });
    const { request } = backend.expectOne(BASE_URL);
    expect(request.headers.get('Authorization')).toBe(`Bearer ${jwt({ sub: 2 })}`);
  });

  it('explains once, by origin, why no token was sent', () => {
    setUpFakeHttp().setToken(TOKEN);
    ['https://a.example/1', 'https://a.example/2', 'https://b.example'].forEach((url) =>
      sentHeader(url),
    );
    const said = (console.warn as jasmine.Spy).calls.allArgs().flat().join('\n');
    expect(console.warn).toHaveBeenCalledTimes(2);
    expect(said).toContain("allowedUrls: ['https://a.example']");
    expect(said).not.toContain(TOKEN);
  });
});

describe('TokenInterceptor', () => {
  function setUpModule(...features: HttpFeature<HttpFeatureKind>[]) {
    localStorage.clear();
    const { providers = [] } = AuthModule.forRoot({ baseUrl: BASE_URL });
    return startFakeHttp(
      makeEnvironmentProviders(providers),
      provideHttpClient(withInterceptorsFromDi(), ...features),
    );
  }

  it('does the same, registered by AuthModule.forRoot', async () => {
    const auth = setUpModule();
    auth.setToken(TOKEN);
    expect(sentHeader(BASE_URL)).toBe(`Bearer ${TOKEN}`);
    expect(sentHeader('https://other.example')).toBeNull();
  });

  it('gets along with the functional form beside it', () => {
    setUpModule(withInterceptors([authInterceptor])).setToken(TOKEN);
    expect(sentHeader(BASE_URL)).toBe(`Bearer ${TOKEN}`);
  });
});
