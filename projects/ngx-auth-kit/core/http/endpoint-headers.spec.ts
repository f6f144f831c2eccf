import { HttpTestingController } from '@angular/common/http/testing';
import { inject, InjectionToken } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { firstValueFrom } from 'rxjs';
import { BASE_URL, setUpFakeHttp } from '../../test-support/set-up';
import { AuthEndpoint } from '../backends/auth-backend';
import { flaskJwtAuth } from '../backends/flask-jwt-auth';

const TENANT = new InjectionToken('tenant', { providedIn: 'root', factory: () => 'acme' });

function backendWith(headers: unknown, endpoint: 'login' | 'status' = 'login') {
  const { path } = flaskJwtAuth.endpoints[endpoint]!;
  const { endpoints } = flaskJwtAuth;
  const changed = { path, headers } as AuthEndpoint;
  return { ...flaskJwtAuth, endpoints: { ...endpoints, [endpoint]: changed } };
}

function loginHeaders(headers: AuthEndpoint['headers']) {
  setUpFakeHttp({ backend: backendWith(headers) })
    .login({ email: 'a' })
    .subscribe({ error: () => undefined });
  return TestBed.inject(HttpTestingController).expectOne(`${BASE_URL}/login`).request.headers;
}

describe('the headers of an endpoint', () => {
  it('are sent with its calls, and with no others', () => {
    expect(loginHeaders({ 'X-Key': 'k' }).get('X-Key')).toBe('k');
    TestBed.inject(HttpTestingController).verify();
    TestBed.resetTestingModule();
    const auth = setUpFakeHttp({ backend: backendWith({ 'X-Key': 'k' }) });
    auth.register({}).subscribe();
    const { request } = TestBed.inject(HttpTestingController).expectOne(`${BASE_URL}/register`);
    expect(request.headers.has('X-Key')).toBeFalse();
  });

  it('come from a function of the input, which may inject', () => {
    const headers = loginHeaders((input) => ({
      'X-User': (input as { email: string }).email,
      'X-Tenant': inject(TENANT) as string,
    }));
    expect([headers.get('X-User'), headers.get('X-Tenant')]).toEqual(['a', 'acme']);
  });

  it('do not replace the token', () => {
    const backend = backendWith({ Authorization: 'Basic x' }, 'status');
    const auth = setUpFakeHttp({ backend });
    auth.setToken('opaque');
    auth.checkStatus().subscribe();
    const { request } = TestBed.inject(HttpTestingController).expectOne(`${BASE_URL}/status`);
    expect(request.headers.get('Authorization')).toBe('Bearer opaque');
  });

  for (const [what, headers] of Object.entries({
    throws: () => {
      throw new RangeError('secret');
    },
    'returns rubbish': () => ({ 'X-Key': undefined }),
  })) {
    it(`are named as the cause if their function ${what}`, async () => {
      const warn = spyOn(console, 'warn');
      const auth = setUpFakeHttp({ backend: backendWith(headers) });
      const error = await firstValueFrom(auth.login({})).catch((e: unknown) => e);
      expect(error).toEqual(jasmine.objectContaining({ code: 'invalid_response' }));
      const [said] = warn.calls.mostRecent().args as [string];
      expect(said).toMatch(/backend\.endpoints\.login: `body` or `headers` threw \w*Error/);
      expect(said).not.toContain('secret');
    });
  }

  for (const headers of [
    1,
    'X-Key: k',
    ['a'],
    null,
    { 'X Key': 'k' },
    { 'X-Key': 1 },
    { A: 'b\n' },
  ]) {
    it(`are refused at start-up if they are ${JSON.stringify(headers)}`, () => {
      expect(() => setUpFakeHttp({ backend: backendWith(headers) })).toThrowError(
        /option "backend\.endpoints\.login\.headers" is .* Use an object/,
      );
    });
  }
});
