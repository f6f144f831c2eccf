import { HttpClient } from '@angular/common/http';
import { HttpTestingController, TestRequest } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { firstValueFrom } from 'rxjs';
import { delivered } from '../../test-support/delivered';
import { BASE_URL, setUpFakeHttp } from '../../test-support/set-up';
import { until } from '../../test-support/until';
import { AuthBackend } from '../backends/auth-backend';
import { flaskJwtAuth } from '../backends/flask-jwt-auth';
import { laravelSanctum } from '../backends/laravel-sanctum';
import { xsrfRenewal } from '../backends/xsrf-renewal';
import { AuthError } from '../errors/auth-error';
import { AuthService } from '../session/auth-service';

const CSRF = `${BASE_URL}/csrf`;
const THINGS = `${BASE_URL}/things`;
const backend: AuthBackend = {
  ...flaskJwtAuth,
  session: 'cookie',
  xsrf: { cookie: 'XSRF-TOKEN', header: 'X-XSRF-TOKEN', path: '/csrf', renewal: xsrfRenewal },
  endpoints: { ...flaskJwtAuth.endpoints, changePassword: { path: '/password' } },
};

function setCookie(value: string | null): void {
  const age = value === null ? '; max-age=0' : '';
  document.cookie = `XSRF-TOKEN=${value ?? ''}; path=/${age}`;
}

function sent(url: string): Promise<TestRequest> {
  return until(() => TestBed.inject(HttpTestingController).match(url)[0]);
}

function answer(request: TestRequest, status: number, body: object | null = null): void {
  request.flush(body, { status, statusText: String(status) });
}

/** The fetch of the value, which sets the cookie. */
async function fetchValue(value: string, url = CSRF): Promise<void> {
  const request = await sent(url);
  setCookie(value);
  request.flush('');
}

const valueOf = ({ request }: TestRequest) => request.headers.get('X-XSRF-TOKEN');

describe('the XSRF value of a cookie session', () => {
  let auth: AuthService;

  beforeEach(() => {
    setCookie('first');
    spyOn(console, 'info');
  });
  afterEach(() => {
    setCookie(null);
    TestBed.inject(HttpTestingController).verify();
  });

  /** Signed in, with the cookie as the backend left it. */
  async function signedIn(having: AuthBackend = backend): Promise<void> {
    auth = setUpFakeHttp({ backend: having });
    const status = BASE_URL + having.endpoints.status!.path;
    answer(await sent(status), 200, { data: { email: 'ada@example.com' } });
    await until(() => auth.isAuthenticated());
  }

  const post = () =>
    firstValueFrom(TestBed.inject(HttpClient).post(THINGS, {})).catch((error: unknown) => error);

  it('is fetched before a logout if the login has dropped it', async () => {
    await signedIn();
    setCookie(null);
    auth.logout().subscribe();
    await fetchValue('second');
    const logout = await sent(`${BASE_URL}/logout`);
    expect(valueOf(logout)).toBe('second');
    answer(logout, 200);
  });

  it('is fetched from the status endpoint if it has no path of its own', async () => {
    const { cookie, header } = backend.xsrf!;
    await signedIn({ ...backend, xsrf: { cookie, header, renewal: xsrfRenewal } });
    setCookie(null);
    auth.logout().subscribe();
    await fetchValue('second', `${BASE_URL}/status`);
    const logout = await sent(`${BASE_URL}/logout`);
    expect(valueOf(logout)).toBe('second');
    answer(logout, 200);
  });

  it('is sent, and never fetched, without a renewal', async () => {
    const { cookie, header } = backend.xsrf!;
    await signedIn({ ...backend, xsrf: { cookie, header } });
    const outcome = post();
    const request = await sent(THINGS);
    expect(valueOf(request)).toBe('first');
    answer(request, 419);
    expect(await outcome).toEqual(jasmine.objectContaining({ status: 419 }));
    expect(auth.isAuthenticated()).toBeTrue();
    setCookie(null);
    auth.logout().subscribe();
    answer(await sent(`${BASE_URL}/logout`), 200);
  });

  it('is not fetched if it is there', async () => {
    await signedIn();
    auth.logout().subscribe();
    const logout = await sent(`${BASE_URL}/logout`);
    expect(valueOf(logout)).toBe('first');
    answer(logout, 200);
  });

  for (const status of [403, 419]) {
    it(`is fetched once more if a logout is refused with ${status}`, async () => {
      await signedIn();
      auth.logout().subscribe();
      answer(await sent(`${BASE_URL}/logout`), status);
      await fetchValue('second');
      const logout = await sent(`${BASE_URL}/logout`);
      expect(valueOf(logout)).toBe('second');
      answer(logout, 200);
    });
  }

  it('that is refused again leaves a logout to be reported, and a note to repeat it', async () => {
    const warn = spyOn(console, 'warn');
    await signedIn();
    auth.logout().subscribe();
    answer(await sent(`${BASE_URL}/logout`), 403);
    await fetchValue('second');
    answer(await sent(`${BASE_URL}/logout`), 403);
    await until(() => warn.calls.count() > 0);
    expect(warn.calls.allArgs().join()).toMatch(/backend's logout failed/);
    expect(JSON.stringify({ ...localStorage })).toContain('signedOut');
  });

  it('is fetched before a request of the app if it is missing, once for a session', async () => {
    await signedIn();
    setCookie(null);
    const first = post();
    (await sent(CSRF)).flush('');
    answer(await sent(THINGS), 200, { number: 1 });
    expect(await first).toEqual({ number: 1 });
    const second = post();
    answer(await sent(THINGS), 200, { number: 2 });
    expect(await second).toEqual({ number: 2 });
  });

  it('is fetched once for all requests that lack it', async () => {
    await signedIn();
    const outcomes = [post(), post(), post()];
    const http = TestBed.inject(HttpTestingController);
    http.match(THINGS).forEach((request) => answer(request, 419));
    await fetchValue('second');
    const again = http.match(THINGS);
    expect(again.map(valueOf)).toEqual(['second', 'second', 'second']);
    again.forEach((request) => answer(request, 200, { fine: true }));
    expect(await Promise.all(outcomes)).toEqual([{ fine: true }, { fine: true }, { fine: true }]);
    expect(auth.isAuthenticated()).toBeTrue();
  });

  it('replaces the value that Angular has put into a request to its own origin', async () => {
    const own = '/api';
    auth = setUpFakeHttp({ backend, baseUrl: own });
    answer(await sent(`${own}/status`), 200, { data: { email: 'ada@example.com' } });
    firstValueFrom(TestBed.inject(HttpClient).post(`${own}/things`, {})).catch(() => undefined);
    const request = await sent(`${own}/things`);
    expect(valueOf(request)).toBe('first');
    answer(request, 419);
    await fetchValue('second', `${own}/csrf`);
    const again = await sent(`${own}/things`);
    expect(valueOf(again)).toBe('second');
    answer(again, 200);
  });

  for (const second of [419, 401]) {
    it(`that is refused, and then ${second}, ends the session of laravelSanctum`, async () => {
      await signedIn(laravelSanctum);
      const outcome = post();
      answer(await sent(THINGS), 419);
      await fetchValue('second', `${BASE_URL}/sanctum/csrf-cookie`);
      answer(await sent(THINGS), second);
      expect(await outcome).toEqual(jasmine.objectContaining({ status: second }));
      expect(auth.status()).toBe('anonymous');
    });
  }

  it('that was refused for being old ends nothing', async () => {
    await signedIn(laravelSanctum);
    const outcome = post();
    answer(await sent(THINGS), 419);
    await fetchValue('second', `${BASE_URL}/sanctum/csrf-cookie`);
    answer(await sent(THINGS), 200, { fine: true });
    expect(await outcome).toEqual({ fine: true });
    expect(auth.isAuthenticated()).toBeTrue();
  });

  it('that cannot be fetched says nothing about the session', async () => {
    await signedIn(laravelSanctum);
    const outcome = post();
    answer(await sent(THINGS), 419);
    (await sent(`${BASE_URL}/sanctum/csrf-cookie`)).flush('', { status: 503, statusText: 'No' });
    expect(await outcome).toEqual(jasmine.objectContaining({ status: 419 }));
    expect(auth.isAuthenticated()).toBeTrue();
  });

  it('is not renewed at a 403 that the backend does not name', async () => {
    await signedIn();
    const outcome = post();
    answer(await sent(THINGS), 403);
    expect(await outcome).toEqual(jasmine.objectContaining({ status: 403 }));
    await delivered();
    expect(auth.isAuthenticated()).toBeTrue();
  });

  it('is renewed at a 403 that the backend names, by its parsed body', async () => {
    const refused = ({ status, error }: { status: number; error: unknown }) =>
      status === 403 && (error as { code: string }).code === 'csrf';
    await signedIn({ ...backend, xsrf: { ...backend.xsrf!, refused } });
    const outcome = post();
    answer(await sent(THINGS), 403, { code: 'csrf' });
    await fetchValue('second');
    answer(await sent(THINGS), 200, { fine: true });
    expect(await outcome).toEqual({ fine: true });
  });

  it('of a password change that is refused twice ends the session', async () => {
    await signedIn();
    const failed = firstValueFrom(auth.changePassword({})).catch((e: unknown) => e as AuthError);
    answer(await sent(`${BASE_URL}/password`), 419);
    await fetchValue('second');
    answer(await sent(`${BASE_URL}/password`), 419);
    answer(await sent(`${BASE_URL}/status`), 401);
    expect(((await failed) as AuthError).code).toBe('session_expired');
    expect(auth.status()).toBe('anonymous');
  });

  it('does not keep a wrong password from being told if its fetch fails', async () => {
    auth = setUpFakeHttp({ backend });
    answer(await sent(`${BASE_URL}/status`), 401);
    const failed = firstValueFrom(auth.login({})).catch((e: unknown) => e as AuthError);
    (await sent(CSRF)).flush('', { status: 404, statusText: 'No' });
    answer(await sent(`${BASE_URL}/login`), 401);
    expect(((await failed) as AuthError).code).toBe('invalid_credentials');
  });
});
