import { HttpHeaders, HttpResponse } from '@angular/common/http';
import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { firstValueFrom, Observable } from 'rxjs';
import { AuthRegistration } from '../session/auth-service';
import { withTokenRefresh } from '../session/refresh/with-token-refresh';
import { SessionStore } from '../session/session-store';
import { FakeAnswer, FakeBackend, lineOf } from '../test-support/fake-backend';
import { aspNetIdentity } from './asp-net-identity';
import { AuthBackend, AuthEndpointName } from './auth-backend';
import { devise } from './devise';
import { djRestAuth } from './dj-rest-auth';
import { djangoSimpleJwt } from './django-simple-jwt';
import { fastApiUsers } from './fast-api-users';
import { flaskJwt } from './flask-jwt';
import { flaskJwtAuth } from './flask-jwt-auth';
import { flaskJwtExtended } from './flask-jwt-extended';
import { flaskRestful } from './flask-restful';
import { flaskSession } from './flask-session';
import { laravelSanctum } from './laravel-sanctum';
import { nestJs } from './nest-js';
import { springSecurity } from './spring-security';
import { strapi } from './strapi';

/** One call, what it sends, what the backend answers and what comes of it. */
interface Exchange {
  readonly input?: unknown;
  /** `POST /login`. */
  readonly line: string;
  readonly sends?: unknown;
  /** The `Authorization` header. */
  readonly proof?: string;
  readonly answer: FakeAnswer;
  readonly gives?: unknown;
  /** The tokens held afterwards. */
  readonly access?: string | null;
  readonly refresh?: string | null;
}

interface Preset {
  readonly backend: AuthBackend;
  readonly exchanges: Partial<Record<AuthEndpointName, Exchange>>;
}

const EMAIL = { email: 'ada@example.com', password: ' pä ss&= ' };
const USERNAME = { username: 'ada', password: ' pä ss&= ' };
const ADA = { id: 1, email: 'ada@example.com' };
const NO_SIGN_IN = { user: null, authenticated: false };

const PRESETS: Record<string, Preset> = {
  flaskJwtAuth: {
    backend: flaskJwtAuth,
    exchanges: {
      login: {
        input: EMAIL,
        line: 'POST /login',
        sends: EMAIL,
        answer: { body: { status: 'success', message: 'Hi', auth_token: 'access-1' } },
        gives: null,
        access: 'access-1',
      },
      register: {
        input: EMAIL,
        line: 'POST /register',
        sends: EMAIL,
        answer: { status: 201, body: { status: 'success', message: 'Hi', auth_token: 'access-1' } },
        gives: { user: null, authenticated: true },
        access: 'access-1',
      },
      status: {
        line: 'GET /status',
        proof: 'Bearer access-1',
        answer: { body: { status: 'success', data: { user_id: 1, email: EMAIL.email } } },
        gives: { user_id: 1, email: EMAIL.email },
      },
      logout: {
        line: 'POST /logout',
        proof: 'Bearer access-1',
        answer: { body: { status: 'success', message: 'Bye' } },
      },
    },
  },
  flaskSession: {
    backend: flaskSession,
    exchanges: {
      login: {
        input: EMAIL,
        line: 'POST /login',
        sends: EMAIL,
        answer: { body: { result: true } },
        gives: null,
        access: null,
      },
      register: {
        input: EMAIL,
        line: 'POST /register',
        sends: EMAIL,
        answer: { body: { result: 'success' } },
        gives: NO_SIGN_IN,
        access: null,
      },
      status: { line: 'GET /status', answer: { body: { status: true } }, gives: null },
      logout: { line: 'GET /logout', answer: { body: { result: 'success' } } },
    },
  },
  flaskJwtExtended: {
    backend: flaskJwtExtended,
    exchanges: {
      login: {
        input: USERNAME,
        line: 'POST /login',
        sends: USERNAME,
        answer: { body: { access_token: 'access-1', refresh_token: 'refresh-1' } },
        gives: null,
        access: 'access-1',
        refresh: 'refresh-1',
      },
      register: {
        input: USERNAME,
        line: 'POST /register',
        sends: USERNAME,
        answer: { status: 201, body: { message: 'User created' } },
        gives: NO_SIGN_IN,
        access: null,
      },
      status: {
        line: 'GET /protected',
        proof: 'Bearer access-1',
        answer: { body: { logged_in_as: 'ada' } },
        gives: { username: 'ada' },
      },
      refresh: {
        line: 'POST /refresh',
        proof: 'Bearer refresh-1',
        answer: { body: { access_token: 'access-2' } },
        access: 'access-2',
        refresh: 'refresh-1',
      },
      logout: {
        line: 'DELETE /logout',
        proof: 'Bearer access-1',
        answer: { body: { msg: 'Access token revoked' } },
      },
    },
  },
  flaskJwt: {
    backend: flaskJwt,
    exchanges: {
      login: {
        input: { ...USERNAME, remember: true },
        line: 'POST /auth',
        sends: USERNAME,
        answer: { body: { access_token: 'access-1' } },
        gives: null,
        access: 'access-1',
      },
      status: {
        line: 'GET /protected',
        proof: 'JWT access-1',
        answer: { body: { message: 'Hi', current_identity: "User(id='1')" } },
        gives: { identity: "User(id='1')" },
      },
    },
  },
  flaskRestful: {
    backend: flaskRestful,
    exchanges: {
      login: {
        input: EMAIL,
        line: 'POST /login',
        sends: EMAIL,
        answer: { body: { token: 'access-1' } },
        gives: null,
        access: 'access-1',
      },
      status: {
        line: 'GET /users',
        proof: 'Bearer access-1',
        answer: { body: { users: [ADA] } },
        gives: null,
      },
    },
  },
  djangoSimpleJwt: {
    backend: djangoSimpleJwt,
    exchanges: {
      login: {
        input: USERNAME,
        line: 'POST /token/',
        sends: USERNAME,
        answer: { body: { access: 'access-1', refresh: 'refresh-1' } },
        gives: null,
        access: 'access-1',
        refresh: 'refresh-1',
      },
      refresh: {
        line: 'POST /token/refresh/',
        sends: { refresh: 'refresh-1' },
        answer: { body: { access: 'access-2', refresh: 'refresh-2' } },
        access: 'access-2',
        refresh: 'refresh-2',
      },
      logout: {
        line: 'POST /token/blacklist/',
        sends: { refresh: 'refresh-1' },
        answer: { body: {} },
      },
    },
  },
  djRestAuth: {
    backend: djRestAuth,
    exchanges: {
      login: {
        input: USERNAME,
        line: 'POST /login/',
        sends: USERNAME,
        answer: { body: { key: 'access-1' } },
        gives: null,
        access: 'access-1',
      },
      register: {
        input: { ...USERNAME, email: ADA.email },
        line: 'POST /registration/',
        sends: {
          username: 'ada',
          email: ADA.email,
          password1: USERNAME.password,
          password2: USERNAME.password,
        },
        answer: { status: 201, body: { key: 'access-1' } },
        gives: { user: null, authenticated: true },
        access: 'access-1',
      },
      status: {
        line: 'GET /user/',
        proof: 'Token access-1',
        answer: { body: { pk: 1, username: 'ada', email: ADA.email } },
        gives: { pk: 1, username: 'ada', email: ADA.email },
      },
      logout: {
        line: 'POST /logout/',
        proof: 'Token access-1',
        answer: { body: { detail: 'Successfully logged out.' } },
      },
    },
  },
  fastApiUsers: {
    backend: fastApiUsers,
    exchanges: {
      login: {
        input: EMAIL,
        line: 'POST /auth/jwt/login',
        sends: 'username=ada%40example.com&password=+p%C3%A4+ss%26%3D+',
        answer: { body: { access_token: 'access-1', token_type: 'bearer' } },
        gives: null,
        access: 'access-1',
      },
      register: {
        input: EMAIL,
        line: 'POST /auth/register',
        sends: EMAIL,
        answer: { status: 201, body: { ...ADA, is_active: true } },
        gives: { user: { ...ADA, is_active: true }, authenticated: false },
        access: null,
      },
      status: {
        line: 'GET /users/me',
        proof: 'Bearer access-1',
        answer: { body: ADA },
        gives: ADA,
      },
      logout: {
        line: 'POST /auth/jwt/logout',
        proof: 'Bearer access-1',
        answer: { status: 204 },
      },
    },
  },
  nestJs: {
    backend: nestJs,
    exchanges: {
      login: {
        input: USERNAME,
        line: 'POST /auth/login',
        sends: USERNAME,
        answer: { status: 201, body: { access_token: 'access-1' } },
        gives: null,
        access: 'access-1',
      },
      status: {
        line: 'GET /auth/profile',
        proof: 'Bearer access-1',
        answer: { body: { sub: 1, username: 'ada', iat: 1, exp: 2 } },
        gives: { sub: 1, username: 'ada', iat: 1, exp: 2 },
      },
    },
  },
  springSecurity: {
    backend: springSecurity,
    exchanges: {
      login: {
        input: USERNAME,
        line: 'POST /signin',
        sends: USERNAME,
        answer: {
          body: {
            accessToken: 'access-1',
            refreshToken: 'refresh-1',
            tokenType: 'Bearer',
            ...ADA,
            roles: ['ROLE_USER'],
          },
        },
        gives: { ...ADA, roles: ['ROLE_USER'] },
        access: 'access-1',
        refresh: 'refresh-1',
      },
      register: {
        input: { ...USERNAME, email: ADA.email },
        line: 'POST /signup',
        sends: { ...USERNAME, email: ADA.email },
        answer: { body: { message: 'User registered successfully!' } },
        gives: NO_SIGN_IN,
        access: null,
      },
      refresh: {
        line: 'POST /refreshtoken',
        sends: { refreshToken: 'refresh-1' },
        answer: {
          body: { accessToken: 'access-2', refreshToken: 'refresh-1', tokenType: 'Bearer' },
        },
        access: 'access-2',
        refresh: 'refresh-1',
      },
      logout: {
        line: 'POST /signout',
        proof: 'Bearer access-1',
        answer: { body: { message: 'Log out successful!' } },
      },
    },
  },
  laravelSanctum: {
    backend: laravelSanctum,
    exchanges: {
      login: {
        input: EMAIL,
        line: 'POST /login',
        sends: EMAIL,
        answer: { status: 204 },
        gives: null,
        access: null,
      },
      register: {
        input: { ...EMAIL, name: 'Ada' },
        line: 'POST /register',
        sends: { ...EMAIL, name: 'Ada', password_confirmation: EMAIL.password },
        answer: { status: 204 },
        gives: { user: null, authenticated: true },
        access: null,
      },
      status: { line: 'GET /api/user', answer: { body: ADA }, gives: ADA },
      logout: { line: 'POST /logout', answer: { status: 204 } },
    },
  },
  aspNetIdentity: {
    backend: aspNetIdentity,
    exchanges: {
      login: {
        input: EMAIL,
        line: 'POST /login',
        sends: EMAIL,
        answer: {
          body: {
            tokenType: 'Bearer',
            accessToken: 'access-1',
            expiresIn: 3600,
            refreshToken: 'refresh-1',
          },
        },
        gives: null,
        access: 'access-1',
        refresh: 'refresh-1',
      },
      register: {
        input: EMAIL,
        line: 'POST /register',
        sends: EMAIL,
        answer: { status: 200 },
        gives: NO_SIGN_IN,
        access: null,
      },
      status: {
        line: 'GET /manage/info',
        proof: 'Bearer access-1',
        answer: { body: { email: ADA.email, isEmailConfirmed: true } },
        gives: { email: ADA.email, isEmailConfirmed: true },
      },
      refresh: {
        line: 'POST /refresh',
        sends: { refreshToken: 'refresh-1' },
        answer: {
          body: {
            tokenType: 'Bearer',
            accessToken: 'access-2',
            expiresIn: 3600,
            refreshToken: 'refresh-2',
          },
        },
        access: 'access-2',
        refresh: 'refresh-2',
      },
    },
  },
  devise: {
    backend: devise,
    exchanges: {
      login: {
        input: EMAIL,
        line: 'POST /users/sign_in',
        sends: { user: EMAIL },
        answer: { status: 201, body: ADA, headers: { Authorization: 'Bearer access-1' } },
        gives: ADA,
        access: 'access-1',
      },
      register: {
        input: EMAIL,
        line: 'POST /users',
        sends: { user: EMAIL },
        answer: { status: 201, body: { user: ADA }, headers: { Authorization: 'Bearer access-1' } },
        gives: { user: ADA, authenticated: true },
        access: 'access-1',
      },
      logout: {
        line: 'DELETE /users/sign_out',
        proof: 'Bearer access-1',
        answer: { status: 204 },
      },
    },
  },
  strapi: {
    backend: strapi,
    exchanges: {
      login: {
        input: EMAIL,
        line: 'POST /auth/local',
        sends: { identifier: EMAIL.email, password: EMAIL.password },
        answer: { body: { jwt: 'access-1', user: ADA } },
        gives: ADA,
        access: 'access-1',
      },
      register: {
        input: EMAIL,
        line: 'POST /auth/local/register',
        sends: { ...EMAIL, username: EMAIL.email },
        answer: { body: { jwt: 'access-1', user: ADA } },
        gives: { user: ADA, authenticated: true },
        access: 'access-1',
      },
      status: {
        line: 'GET /users/me',
        proof: 'Bearer access-1',
        answer: { body: ADA },
        gives: ADA,
      },
    },
  },
};

function call(app: FakeBackend, name: AuthEndpointName, input: unknown): Observable<unknown> {
  switch (name) {
    case 'login':
      return app.auth.login(input);
    case 'register':
      return app.auth.register(input);
    case 'status':
      return app.auth.checkStatus();
    case 'refresh':
      return app.auth.refresh();
    case 'logout':
      return app.auth.logout();
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
      const begins = endpoint === 'login' || endpoint === 'register';

      it(`${endpoint} is ${line}, without cookies or headers that CORS rules refuse (trap 8)`, async () => {
        const app = new FakeBackend(backend, ...features);
        const { login } = exchanges;
        if (!begins) await app.run(app.auth.login(login!.input), login!.answer);
        expect(app.auth.isAuthenticated()).toBe(!begins);

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
        const signedIn =
          endpoint === 'register'
            ? (gives as AuthRegistration).authenticated
            : endpoint !== 'logout';
        expect(app.auth.isAuthenticated()).toBe(signedIn);
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
