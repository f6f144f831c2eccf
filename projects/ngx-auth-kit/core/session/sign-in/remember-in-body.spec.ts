import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { BASE_URL, setUpFakeHttp } from '../../../test-support/set-up';
import { AuthBackend } from '../../backends/auth-backend';
import { flaskJwtAuth } from '../../backends/flask-jwt-auth';
import { laravelSanctum } from '../../backends/laravel-sanctum';
import { AuthLoginOptions } from '../auth-service';

const withRemember = (input: unknown, options: AuthLoginOptions = {}) => ({
  ...(input as object),
  remember_me: options.remember,
});

const BACKEND: AuthBackend = {
  ...flaskJwtAuth,
  endpoints: {
    login: { path: '/login', body: withRemember },
    secondFactor: { path: '/second', repeatsLogin: true, body: withRemember },
  },
  readChallenge: (response) => (response.status === 403 ? { id: 1 } : null),
};

const ADA = { email: 'ada@example.com', password: 'secret' };
const request = (path: string) =>
  TestBed.inject(HttpTestingController).expectOne(`${BASE_URL}${path}`);

describe('login(credentials, { remember })', () => {
  for (const remember of [true, false, undefined]) {
    it(`hands ${remember} to the body of the login endpoint`, () => {
      setUpFakeHttp({ backend: BACKEND }).login(ADA, { remember }).subscribe();
      expect(request('/login').request.body).toEqual({ ...ADA, remember_me: remember });
    });
  }

  it('hands it to the body of the second factor as well', () => {
    const auth = setUpFakeHttp({ backend: BACKEND });
    auth.login(ADA, { remember: true }).subscribe({ error: () => undefined });
    request('/login').flush(null, { status: 403, statusText: 'No' });
    auth.verifySecondFactor({ code: '1' }).subscribe();
    expect(request('/second').request.body).toEqual(
      jasmine.objectContaining({ code: '1', remember_me: true }),
    );
  });

  it('sends Laravel what the user chose, and nothing where nobody was asked', () => {
    for (const [options, more] of [
      [{ remember: true }, { remember: true }],
      [{ remember: false }, { remember: false }],
      [{}, {}],
    ] as const) {
      expect(laravelSanctum.endpoints.login.body!(ADA, options)).toEqual({ ...ADA, ...more });
    }
    expect(laravelSanctum.endpoints.login.body!(ADA)).toEqual(ADA);
  });
});
