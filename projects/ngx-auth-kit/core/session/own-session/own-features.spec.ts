import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { EnvironmentInjector } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { openPart, Part } from '../../../test-support/open-part';
import { accessToken, grant, refreshBackend } from '../../../test-support/refresh-backend';
import { BASE_URL, startFakeHttp } from '../../../test-support/set-up';
import { laravelSanctum } from '../../backends/laravel-sanctum';
import { AuthConfig } from '../../config/auth-config';
import { AuthFeature } from '../../config/auth-feature';
import { provideAuth } from '../../config/provide-auth';
import { authInterceptor } from '../../http/auth-interceptor';
import { AuthService } from '../auth-service';
import { withStatusCheck } from '../check/with-status-check';
import { withIdleTimeout } from '../idle/with-idle-timeout';
import { withLegacyTokens } from '../legacy/with-legacy-tokens';
import { withTokenRefresh } from '../refresh/with-token-refresh';
import { withRememberMe } from '../remember-me/with-remember-me';

const PART: AuthConfig = {
  baseUrl: 'https://partner.example/auth',
  backend: refreshBackend,
  tokenKey: 'part',
};
const HTTP = [provideHttpClient(withInterceptors([authInterceptor])), provideHttpClientTesting()];

describe('the features of an app and of a part with a session of its own', () => {
  let auth: AuthService;

  function open(ofApp: AuthFeature[], ofPart: AuthFeature[], config = PART): Part {
    auth = startFakeHttp(provideAuth({ baseUrl: BASE_URL, backend: refreshBackend }, ...ofApp));
    return openPart(TestBed.inject(EnvironmentInjector), config, ofPart, HTTP);
  }
  const backendOf = ({ injector }: Part) => injector.get(HttpTestingController);

  beforeEach(() => {
    localStorage.clear();
    sessionStorage.clear();
    spyOn(console, 'warn');
    spyOn(console, 'info');
  });

  it('are not those of the other: refresh', () => {
    const part = open([withTokenRefresh()], []);
    let error: unknown;
    part.auth.refresh().subscribe({ error: (failure: unknown) => (error = failure) });
    expect(error).toEqual(jasmine.objectContaining({ code: 'not_supported' }));
  });

  it('are not those of the other: remember me', () => {
    const part = open([withRememberMe()], []);
    auth.setToken('of-the-app');
    part.auth.login({}, { remember: false }).subscribe();
    backendOf(part).expectOne(`${PART.baseUrl}/login`).flush(grant());
    expect(localStorage.getItem('part')).toBe(part.auth.token());
    expect(localStorage.getItem('token')).toBe('of-the-app');
    TestBed.resetTestingModule();
    const other = open([], [withRememberMe()]);
    other.auth.login({}, { remember: false }).subscribe();
    backendOf(other).expectOne(`${PART.baseUrl}/login`).flush(grant());
    expect(sessionStorage.getItem('part')).toBe(other.auth.token());
  });

  it('are not those of the other: status check', () => {
    localStorage.setItem('token', accessToken());
    localStorage.setItem('part', accessToken());
    const part = open([withStatusCheck()], []);
    expect([auth.status(), part.auth.status()]).toEqual(['pending', 'authenticated']);
  });

  it('are not those of the other: legacy tokens', () => {
    localStorage.setItem('old', 'opaque');
    const part = open([], [withLegacyTokens(['old'], (old) => ({ accessToken: `${old}` }))]);
    expect([auth.token(), part.auth.token()]).toEqual([null, 'opaque']);
  });

  it('are not those of the other: idle time-out', () => {
    jasmine
      .clock()
      .install()
      .mockDate(new Date(2026, 0, 1));
    const part = open([withIdleTimeout({ after: 60 })], [withIdleTimeout({ after: 600 })]);
    auth.setToken('of-the-app');
    part.auth.setToken('of-the-part');
    jasmine.clock().tick(60_000);
    expect([auth.status(), part.auth.status()]).toEqual(['anonymous', 'authenticated']);
    jasmine.clock().tick(540_000);
    expect(part.auth.status()).toBe('anonymous');
    jasmine.clock().uninstall();
  });

  it('are each given the XSRF renewal of their own backend', () => {
    const part = open([], [], { ...PART, backend: laravelSanctum });
    backendOf(part)
      .match(() => true)
      .forEach((call) => call.flush(null, { status: 401, statusText: 'No' }));
    part.auth.login({}).subscribe();
    const [fetched] = backendOf(part).match(() => true);
    expect(fetched!.request.url).toMatch(/^https:\/\/partner\.example\/.*csrf-cookie$/);
  });
});
