import { HttpHeaders, HttpResponse } from '@angular/common/http';
import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { firstValueFrom } from 'rxjs';
import { describeExchanges } from '../../test-support/exchanges/describe-exchanges';
import { ADA, EMAIL, NO_SIGN_IN, USERNAME } from '../../test-support/exchanges/exchange';
import { FLASK_EXCHANGES } from '../../test-support/exchanges/flask-exchanges';
import { OTHERS_EXCHANGES } from '../../test-support/exchanges/others-exchanges';
import { PYTHON_EXCHANGES } from '../../test-support/exchanges/python-exchanges';
import { FakeBackend, lineOf } from '../../test-support/fake-backend';
import { devise } from './devise';
import { djRestAuth } from './dj-rest-auth';
import { laravelSanctum } from './laravel-sanctum';
import { strapi } from './strapi';

const PRESETS = { ...FLASK_EXCHANGES, ...PYTHON_EXCHANGES, ...OTHERS_EXCHANGES };

for (const [name, preset] of Object.entries(PRESETS)) describeExchanges(name, preset);

describe('laravelSanctum', () => {
  afterEach(() => (document.cookie = 'XSRF-TOKEN=; path=/; max-age=0'));

  it('fetches the XSRF cookie first and repeats it in the header', async () => {
    document.cookie = 'XSRF-TOKEN=a%3D; path=/';
    const { auth } = new FakeBackend(laravelSanctum);
    const login = firstValueFrom(auth.login(EMAIL));
    const http = TestBed.inject(HttpTestingController);
    const [fetched] = http.match(() => true);
    expect(lineOf(fetched!)).toBe('GET /sanctum/csrf-cookie');
    expect(fetched!.request.withCredentials).toBeTrue();
    fetched!.flush('', { status: 204, statusText: 'No Content' });
    const [posted] = http.match(() => true);
    expect(lineOf(posted!)).toBe('POST /login');
    expect(posted!.request.headers.get('X-XSRF-TOKEN')).toBe('a=');
    posted!.flush(null, { status: 204, statusText: 'No Content' });
    await login;
    expect(auth.isAuthenticated()).toBeTrue();
  });
});

describe('devise', () => {
  for (const [header, token] of Object.entries({
    'Bearer access-1': 'access-1',
    'bearer  access-1': 'access-1',
    Bearer: null,
    'Bearer a b': null,
    'Basic access-1': null,
    'access-1': null,
  })) {
    it(`reads ${token ?? 'no token'} from the header "${header}"`, () => {
      const headers = new HttpHeaders({ Authorization: header });
      const response = new HttpResponse({ headers });
      expect(devise.readTokens(response)?.accessToken ?? null).toBe(token);
    });
  }

  it('registers without a session where the address has to be confirmed first', async () => {
    const app = new FakeBackend(devise);
    const outcome = await app.run(app.auth.register(EMAIL), { status: 201, body: ADA });
    expect(outcome).toEqual({ user: ADA, authenticated: false });
  });
});

describe('strapi and dj-rest-auth', () => {
  it('register without a session where the address has to be confirmed first', async () => {
    const app = new FakeBackend(strapi);
    const outcome = await app.run(app.auth.register(EMAIL), { body: { user: ADA } });
    expect(outcome).toEqual({ user: ADA, authenticated: false });
  });

  it('name no user in a notice', async () => {
    const app = new FakeBackend(djRestAuth);
    const body = { detail: 'Verification e-mail sent.' };
    expect(await app.run(app.auth.register(USERNAME), { status: 201, body })).toEqual(NO_SIGN_IN);
  });
});
