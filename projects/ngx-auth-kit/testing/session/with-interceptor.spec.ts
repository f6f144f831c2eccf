import { HttpClient, provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import {
  authInterceptor,
  AuthService,
  flaskJwt,
  flaskSession,
  injectAuthFetch,
} from 'ngx-auth-kit';
import { AuthTesting } from './auth-testing';
import { AuthTestingOptions } from './auth-testing-options';
import { provideAuthTesting } from './provide-auth-testing';

let backend: HttpTestingController;

function begin(options: AuthTestingOptions): void {
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(withInterceptors([authInterceptor])),
      provideHttpClientTesting(),
      provideAuthTesting(options),
    ],
  });
  backend = TestBed.inject(HttpTestingController);
}

/** The request of the app to this URL as it would leave. */
function requestTo(url: string) {
  TestBed.inject(HttpClient)
    .get(url)
    .subscribe({ error: () => undefined });
  return backend.expectOne(url);
}

describe('provideAuthTesting with the interceptor', () => {
  const elsewhere = 'https://api.example.com';
  const table: [string, AuthTestingOptions, string | null][] = [
    ['/api/notes', {}, null],
    ['/api/notes', { user: {} }, 'Bearer test-token'],
    ['/api/notes', { token: 'opaque' }, 'Bearer opaque'],
    [`${elsewhere}/notes`, { token: 'opaque' }, null],
    [`${elsewhere}/notes`, { token: 'opaque', config: { baseUrl: elsewhere } }, 'Bearer opaque'],
    ['/other', { token: 'opaque', config: { allowedUrls: ['/api'] } }, null],
    ['/api/notes', { token: 'opaque', config: { backend: flaskJwt } }, 'JWT opaque'],
  ];
  for (const [url, options, header] of table) {
    it(`sends ${header} to ${url} with ${JSON.stringify(options)}`, () => {
      begin(options);
      expect(requestTo(url).request.headers.get('Authorization')).toBe(header);
      backend.verify();
    });
  }

  it('sends the cookie where a cookie proves the session', () => {
    begin({ user: {}, config: { backend: flaskSession } });
    expect(requestTo('/api/notes').request.withCredentials).toBeTrue();
  });

  it('follows the test from token to token', () => {
    begin({});
    const testing = TestBed.inject(AuthTesting);
    testing.signIn(null, 'first');
    expect(requestTo('/api/1').request.headers.get('Authorization')).toBe('Bearer first');
    testing.signIn(null, 'second');
    expect(requestTo('/api/2').request.headers.get('Authorization')).toBe('Bearer second');
    testing.signOut();
    expect(requestTo('/api/3').request.headers.has('Authorization')).toBeFalse();
  });

  it('ends the session when the app is answered 401, and sends nothing again', () => {
    begin({ user: {} });
    requestTo('/api/notes').flush(null, { status: 401, statusText: 'Unauthorized' });
    expect(TestBed.inject(AuthService).status()).toBe('anonymous');
    expect(TestBed.inject(AuthTesting).calls).toEqual([]);
    backend.verify();
  });

  it('sends the token of the test with injectAuthFetch()', async () => {
    begin({ token: 'opaque' });
    const sent = spyOn(window, 'fetch').and.resolveTo(new Response('notes'));
    const authFetch = TestBed.runInInjectionContext(injectAuthFetch);
    expect(await (await authFetch('/api/notes')).text()).toBe('notes');
    const [request, init] = sent.calls.mostRecent().args;
    expect(new Request(request, init).headers.get('Authorization')).toBe('Bearer opaque');
  });
});
