import {
  HTTP_INTERCEPTORS,
  HttpClient,
  provideHttpClient,
  withInterceptors,
  withInterceptorsFromDi,
  withRequestsMadeViaParent,
} from '@angular/common/http';
import { HttpTestingController } from '@angular/common/http/testing';
import { EnvironmentInjector, EnvironmentProviders, makeEnvironmentProviders } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { openPart, Part } from '../../../test-support/open-part';
import { BASE_URL, setUpFakeHttp } from '../../../test-support/set-up';
import { AuthBackend } from '../../backends/auth-backend';
import { flaskJwtAuth } from '../../backends/flask-jwt-auth';
import { AuthConfig } from '../../config/auth-config';
import { authInterceptor } from '../../http/auth-interceptor';
import { skipAuth } from '../../http/skip-auth';
import { TokenInterceptor } from '../../http/token-interceptor';
import { AuthService } from '../auth-service';

const API = 'https://api.example.com';
const MAIN_URL = `${API}/main/things`;
const PART_URL = `${API}/part/things`;
const CONFIG: AuthConfig = {
  baseUrl: `${API}/part/auth`,
  allowedUrls: [`${API}/part`],
  tokenKey: 'part',
};
const cookie: AuthBackend = { ...flaskJwtAuth, session: 'cookie' };

const BY_CLASS = makeEnvironmentProviders([
  { provide: HTTP_INTERCEPTORS, useClass: TokenInterceptor, multi: true },
]);
const VIA_PARENT: Record<string, EnvironmentProviders[]> = {
  functional: [provideHttpClient(withInterceptors([authInterceptor]), withRequestsMadeViaParent())],
  'by class': [provideHttpClient(withInterceptorsFromDi(), withRequestsMadeViaParent()), BY_CLASS],
  both: [
    provideHttpClient(
      withInterceptors([authInterceptor]),
      withInterceptorsFromDi(),
      withRequestsMadeViaParent(),
    ),
    BY_CLASS,
  ],
};
const WITHOUT: Record<string, EnvironmentProviders[]> = {
  'no interceptor': [provideHttpClient(withRequestsMadeViaParent())],
  'the class of the app': [
    provideHttpClient(withInterceptorsFromDi(), withRequestsMadeViaParent()),
  ],
};

describe('a request of a part with a session of its own', () => {
  let auth: AuthService;
  let part: Part;
  let backend: HttpTestingController;

  /** The app's token may go anywhere on the origin, where the part's API is, too. */
  function open(http: EnvironmentProviders[], config: Partial<AuthConfig> = {}): void {
    auth = setUpFakeHttp(
      {},
      provideHttpClient(withInterceptors([authInterceptor]), withInterceptorsFromDi()),
      BY_CLASS,
    );
    auth.setToken('of-the-app');
    backend = TestBed.inject(HttpTestingController);
    part = openPart(TestBed.inject(EnvironmentInjector), { ...CONFIG, ...config }, [], http);
  }
  function send(url: string, from: HttpClient = part.http, context = {}) {
    from.get(url, context).subscribe({ error: () => undefined });
    return backend.expectOne(url);
  }
  const headerOf = (...args: Parameters<typeof send>) =>
    send(...args).request.headers.get('Authorization');

  beforeEach(() => {
    spyOn(console, 'warn');
    spyOn(console, 'info');
  });

  for (const [kind, http] of Object.entries(VIA_PARENT)) {
    describe(`that is sent through the app's interceptors (${kind})`, () => {
      it('carries the token of the part', () => {
        open(http);
        part.auth.setToken('of-the-part');
        expect(headerOf(PART_URL)).toBe('Bearer of-the-part');
      });

      it('carries none while nobody is signed in to the part', () => {
        open(http);
        expect(headerOf(PART_URL)).toBeNull();
        expect(headerOf(PART_URL, part.http, { context: skipAuth() })).toBeNull();
      });

      it('carries none beside the cookie of the part', () => {
        open(http, { backend: cookie });
        part.auth.login({}).subscribe();
        backend
          .match(() => true)
          .forEach((call) => {
            expect(call.request.headers.get('Authorization')).toBeNull();
            if (!call.cancelled) call.flush({ status: 'success', data: {} });
          });
        const { request } = send(PART_URL);
        expect(request.headers.get('Authorization')).toBeNull();
        expect(request.withCredentials).toBeTrue();
      });

      it('carries the token of the app where only that may go', () => {
        open(http);
        part.auth.setToken('of-the-part');
        expect(headerOf(MAIN_URL)).toBe('Bearer of-the-app');
      });

      it('ends its own session alone when it is refused', () => {
        open(http);
        part.auth.setToken('of-the-part');
        send(PART_URL).flush(null, { status: 401, statusText: 'No' });
        expect([auth.status(), part.auth.status()]).toEqual(['authenticated', 'anonymous']);
      });

      it('leaves those of the app as they are', () => {
        open(http);
        part.auth.setToken('of-the-part');
        expect(headerOf(MAIN_URL, TestBed.inject(HttpClient))).toBe('Bearer of-the-app');
        expect(headerOf(PART_URL, TestBed.inject(HttpClient))).toBe('Bearer of-the-app');
      });
    });
  }

  for (const [kind, http] of Object.entries(WITHOUT)) {
    it(`carries no token and is explained where the part has ${kind}`, () => {
      open(http);
      part.auth.setToken('of-the-part');
      expect(headerOf(PART_URL)).toBeNull();
      part.auth.checkStatus().subscribe({ error: () => undefined });
      backend.expectOne(`${API}/part/auth/status`).flush({ status: 'success', data: {} });
      expect(console.warn).toHaveBeenCalledOnceWith(
        jasmine.stringMatching(/interceptor is not installed/),
      );
    });
  }

  it('is never sent where the part has no HttpClient: its set-up fails', () => {
    setUpFakeHttp();
    const parent = TestBed.inject(EnvironmentInjector);
    expect(() => openPart(parent, CONFIG, [], [])).toThrowError(
      /withOwnSession\(\) .* HttpClient .*withInterceptors\(\[authInterceptor\]\)/,
    );
    expect(BASE_URL).not.toContain('/part');
  });
});
