import { HttpHeaders, HttpResponse } from '@angular/common/http';
import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { firstValueFrom, Observable } from 'rxjs';
import { AuthRegistration } from '../session/auth-service';
import { withTokenRefresh } from '../session/refresh/with-token-refresh';
import { SessionStore } from '../session/state/session-store';
import { ADA, EMAIL, NO_SIGN_IN, USERNAME } from '../../test-support/exchanges/exchange';
import { FLASK_EXCHANGES } from '../../test-support/exchanges/flask-exchanges';
import { OTHERS_EXCHANGES } from '../../test-support/exchanges/others-exchanges';
import { PYTHON_EXCHANGES } from '../../test-support/exchanges/python-exchanges';
import { FakeBackend, lineOf } from '../../test-support/fake-backend';
import { AuthEndpointName } from './auth-backend';
import { devise } from './devise';
import { djRestAuth } from './dj-rest-auth';
import { laravelSanctum } from './laravel-sanctum';
import { strapi } from './strapi';

const PRESETS = { ...FLASK_EXCHANGES, ...PYTHON_EXCHANGES, ...OTHERS_EXCHANGES };

function call(app: FakeBackend, name: AuthEndpointName, input: unknown): Observable<unknown> {
  switch (name) {
    case 'status':
      return app.auth.checkStatus();
    case 'secondFactor':
      return app.auth.verifySecondFactor(input);
    case 'refresh':
    case 'logout':
      return app.auth[name]();
    default:
      return app.auth[name](input);
  }
}

for (const [name, { backend, exchanges }] of Object.entries(PRESETS)) {
  describe(name, () => {
    const names = Object.keys(exchanges) as AuthEndpointName[];
    const features = backend.endpoints.refresh ? [withTokenRefresh()] : [];

    it('offers these endpoints and no others', () => {
      expect(Object.keys(backend.endpoints).sort()).toEqual([...names].sort());
    });

    for (const endpoint of names) {
      const { input, line, sends = null, proof, answer, gives, ...after } = exchanges[endpoint]!;
      const needsSession = ['status', 'refresh', 'logout', 'changePassword'].includes(endpoint);

      it(`${endpoint} is ${line}, without cookies or headers that CORS rules refuse (trap 8)`, async () => {
        const app = new FakeBackend(backend, ...features);
        const { login } = exchanges;
        const before = needsSession ? login!.answer : after.challenge;
        if (before) await app.run(app.auth.login(login!.input), before);
        expect(app.auth.isAuthenticated()).toBe(needsSession);

        const outcome = firstValueFrom(call(app, endpoint, input));
        const request = await app.nextRequest();
        const { body, headers, withCredentials } = request.request;
        expect(lineOf(request)).toBe(line);
        expect(body instanceof URLSearchParams ? body.toString() : body).toEqual(sends);
        expect(withCredentials).toBe(backend.session === 'cookie');
        expect(headers.keys()).toEqual(proof === undefined ? [] : ['Authorization']);
        expect(headers.get('Authorization')).toBe(proof ?? null);

        app.answer(request, answer);
        expect(await outcome).toEqual(gives);
        const tokens = TestBed.inject(SessionStore).tokens();
        if (after.access !== undefined) expect(app.auth.token()).toBe(after.access);
        if (after.refresh !== undefined) expect(tokens!.refresh).toBe(after.refresh);
        const signsIn: Partial<Record<AuthEndpointName, boolean>> = {
          login: true,
          secondFactor: true,
          register: (gives as AuthRegistration | undefined)?.authenticated,
          logout: false,
        };
        expect(app.auth.isAuthenticated()).toBe(signsIn[endpoint] ?? needsSession);
        app.verify();
      });
    }
  });
}

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
