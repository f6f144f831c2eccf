import { HttpTestingController } from '@angular/common/http/testing';
import { HttpClient, provideHttpClient } from '@angular/common/http';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { ensureAuthenticated } from '../routing/ensure-authenticated';
import { BASE_URL, setUpFakeHttp } from '../../test-support/set-up';

describe('dev mode', () => {
  let said: string[];
  beforeEach(() => {
    said = [];
    spyOn(console, 'warn').and.callFake((message: string) => void said.push(message));
    spyOn(console, 'info').and.callFake((message: string) => void said.push(message));
  });

  function get(url: string, status = 200): void {
    TestBed.inject(HttpClient)
      .get(url)
      .subscribe({ error: () => undefined });
    const request = TestBed.inject(HttpTestingController).expectOne(url);
    request.flush(null, { status, statusText: 'x' });
  }

  const reasons: readonly [url: string, reason: RegExp][] = [
    [
      'https://other.example/a?secret=1',
      /https:\/\/other\.example is not in allowedUrls.*\['https:/,
    ],
    [
      'https://api.example.com/elsewhere',
      /path on https:\/\/api\.example\.com is not in allowedUrls/,
    ],
    ['blob:https://api.example.com/1', /blob: is neither/],
    ['http://[::1', /does not parse/],
  ];
  for (const [url, reason] of reasons) {
    it(`says once which rule kept the token from ${url}`, () => {
      setUpFakeHttp({ allowedUrls: ['https://api.example.com/v1'] }).setToken('opaque');
      get(url);
      get(url);
      expect(said.length).toBe(1);
      expect(said[0]).toMatch(reason);
      expect(said[0]).not.toMatch(/secret|opaque/);
    });
  }

  it('says nothing of foreign requests while nobody is signed in', () => {
    setUpFakeHttp();
    get('https://other.example/a');
    expect(said).toEqual([]);
  });

  it('says once why a session ended', () => {
    const auth = setUpFakeHttp();
    for (let i = 0; i < 2; i++) {
      auth.setToken('opaque');
      get(BASE_URL, 401);
    }
    expect(said).toEqual(['ngx-auth-kit: the session has ended: the backend refused its token.']);
  });

  it('says nothing when the user signs out here', () => {
    const auth = setUpFakeHttp();
    auth.setToken('opaque');
    auth.logout().subscribe();
    TestBed.inject(HttpTestingController).expectOne(`${BASE_URL}/logout`).flush(null);
    expect(said).toEqual([]);
  });

  it('says once why a guard led elsewhere', async () => {
    const routes = [
      { path: 'account', canActivate: [ensureAuthenticated], children: [] },
      { path: 'login', children: [] },
    ];
    setUpFakeHttp({}, undefined, provideRouter(routes));
    await TestBed.inject(Router).navigateByUrl('/account?secret=1');
    await TestBed.inject(Router).navigateByUrl('/account?secret=2');
    expect(said).toEqual([
      'ngx-auth-kit: a guard redirected from /account to loginUrl: no one is known to be signed in.',
    ]);
  });

  it('says which line to add when the interceptor is missing', () => {
    setUpFakeHttp({}, provideHttpClient()).login({}).subscribe();
    TestBed.inject(HttpTestingController)
      .expectOne(`${BASE_URL}/login`)
      .flush({ auth_token: 'opaque' });
    expect(said.length).toBe(1);
    expect(said[0]).toContain('provideHttpClient(withInterceptors([authInterceptor]))');
  });
});
