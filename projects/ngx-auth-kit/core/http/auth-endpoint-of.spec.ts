import {
  HttpClient,
  HttpInterceptorFn,
  HttpRequest,
  provideHttpClient,
  withInterceptors,
} from '@angular/common/http';
import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { Observable } from 'rxjs';
import { BASE_URL, setUpFakeHttp } from '../../test-support/set-up';
import { AuthBackend, AuthEndpointName } from '../backends/auth-backend';
import { flaskJwtAuth } from '../backends/flask-jwt-auth';
import { flaskSession } from '../backends/flask-session';
import { AuthService } from '../session/auth-service';
import { authEndpointOf } from './auth-endpoint-of';
import { authInterceptor } from './auth-interceptor';

const graphql = { path: '/graphql', method: 'POST' };
const BACKENDS: Record<string, AuthBackend> = {
  'with paths of their own': flaskJwtAuth,
  'at one URL (GraphQL)': {
    ...flaskJwtAuth,
    endpoints: { login: graphql, register: graphql, status: graphql, logout: graphql },
  },
};

function respond(
  call: Observable<unknown>,
  url: string,
  body: object,
  status = 200,
): HttpRequest<unknown> {
  call.subscribe({ error: () => undefined });
  const sent = TestBed.inject(HttpTestingController).expectOne(url);
  sent.flush(body, { status, statusText: String(status) });
  return sent.request;
}

describe('an auth call', () => {
  for (const [where, backend] of Object.entries(BACKENDS)) {
    describe(where, () => {
      let auth: AuthService;
      const url = BASE_URL + backend.endpoints.login.path;
      const ownPost = () => TestBed.inject(HttpClient).post(url, {});

      beforeEach(() => {
        auth = setUpFakeHttp({ backend });
        auth.setToken('opaque');
      });

      it('is none when the app sends it: it carries the token', () => {
        expect(respond(ownPost(), url, {}).headers.get('Authorization')).toBe('Bearer opaque');
      });

      it('is none when the app sends it: its 401 ends the session', () => {
        respond(ownPost(), url, {}, 401);
        expect(auth.isAuthenticated()).toBeFalse();
      });

      it('carries no token to sign in, and its 401 ends nothing', () => {
        const request = respond(auth.login({}), url, {}, 401);
        expect(request.headers.has('Authorization')).toBeFalse();
        expect(auth.isAuthenticated()).toBeTrue();
      });

      it('is at an allowed URL even if no URL is allowed', () => {
        TestBed.resetTestingModule();
        setUpFakeHttp({ backend, allowedUrls: [] }).setToken('opaque');
        expect(respond(ownPost(), url, {}).headers.get('Authorization')).toBe('Bearer opaque');
      });
    });
  }

  it('of a cookie session is none when the app sends it: it has credentials', () => {
    setUpFakeHttp({ backend: flaskSession });
    const url = BASE_URL + flaskSession.endpoints.login.path;
    TestBed.inject(HttpTestingController).match(() => true);
    const request = respond(TestBed.inject(HttpClient).post(url, {}), url, {});
    expect(request.withCredentials).toBeTrue();
  });

  it('is known by its name to the app’s own interceptors, before and after ours', () => {
    const seen: (AuthEndpointName | null)[] = [];
    const look = (): HttpInterceptorFn => (request, next) => {
      seen.push(authEndpointOf(request));
      return next(request);
    };
    const http = provideHttpClient(withInterceptors([look(), authInterceptor, look()]));
    const auth = setUpFakeHttp({ backend: BACKENDS['at one URL (GraphQL)'] }, http);
    auth.setToken('opaque');
    const url = `${BASE_URL}/graphql`;
    respond(auth.login({}), url, { token: 'other', data: { id: 1 } });
    respond(auth.checkStatus(), url, {});
    respond(TestBed.inject(HttpClient).post(url, {}), url, {});
    respond(auth.logout(), url, {});
    expect(seen).toEqual(['login', 'login', 'status', 'status', null, null, 'logout', 'logout']);
  });
});
