import { HttpHeaders } from '@angular/common/http';
import { HttpTestingController, TestRequest } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { firstValueFrom, Observable } from 'rxjs';
import { AuthBackend } from '../core/backends/auth-backend';
import { AuthFeature } from '../core/config/auth-feature';
import { AuthError } from '../core/errors/auth-error';
import { AUTH_ENDPOINT } from '../core/http/auth-endpoint-of';
import { AuthService } from '../core/session/auth-service';
import { BASE_URL, setUpFakeHttp } from './set-up';
import { until } from './until';

const SIGN_IN: readonly string[] = ['login', 'register', 'secondFactor'];

/** What the fake backend answers. Default: 200 without body or headers. */
export interface FakeAnswer {
  readonly status?: number;
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
}

/** An app with this backend, whose requests the spec answers. */
export class FakeBackend {
  readonly auth: AuthService;
  private readonly http: HttpTestingController;

  constructor(
    private readonly backend: AuthBackend,
    ...features: AuthFeature[]
  ) {
    const providers = features.flatMap((feature) => [...feature.providers]);
    this.auth = setUpFakeHttp({ backend }, undefined, ...providers);
    this.http = TestBed.inject(HttpTestingController);
    // Apps with cookie sessions ask at once who is signed in.
    for (const question of this.http.match(() => true)) {
      question.flush(null, { status: 401, statusText: 'Unauthorized' });
    }
  }

  /** Signs in by whichever of these words the backend uses; the refresh token is one of them. */
  signIn(): Promise<unknown> {
    const tokens = { access_token: 'access-1', refresh_token: 'refresh-1' };
    const django = { access: 'access-1', refresh: 'refresh-1' };
    const headers = { Authorization: 'Bearer access-1' };
    return this.run(this.auth.login({}), { body: { result: true, ...tokens, ...django }, headers });
  }

  /** Subscribes, answers the request and gives what comes of it: a value or the error. */
  async run(call: Observable<unknown>, answer: FakeAnswer): Promise<unknown> {
    const outcome = firstValueFrom(call).catch((error: unknown) => error);
    this.answer(await this.nextRequest(), answer);
    return outcome;
  }

  /** The same where the request was looked at before. */
  answer(request: TestRequest, { status = 200, body = null, headers = {} }: FakeAnswer): void {
    request.flush(body as string | null, {
      status,
      statusText: String(status),
      headers: new HttpHeaders(headers),
    });
    // A sign-in whose answer names no user asks for it; here it stays unknown.
    const { status: question } = this.backend.endpoints;
    if (SIGN_IN.includes(request.request.context.get(AUTH_ENDPOINT) ?? '') && question) {
      const asked = this.http.match(BASE_URL + question.path);
      asked.forEach((one) => one.flush(null, { status: 503, statusText: 'Unavailable' }));
    }
  }

  /** The request that the last call made, at once or after it got the refresh lock or the XSRF cookie. */
  async nextRequest(): Promise<TestRequest> {
    const request = await until(() => this.http.match(() => true)[0]);
    const { path } = this.backend.xsrf ?? {};
    if (path === undefined || lineOf(request) !== `GET ${path}`) return request;
    request.flush('', { status: 204, statusText: 'No Content' });
    return this.nextRequest();
  }

  /** Fails where a request is left. */
  verify(): void {
    this.http.verify();
  }
}

/** `POST /login` of a request to the fake backend. */
export function lineOf({ request }: TestRequest): string {
  return `${request.method} ${request.urlWithParams.replace(BASE_URL, '')}`;
}

/** Narrows what `run` gave to the error that it must be. */
export function asAuthError(outcome: unknown): AuthError {
  if (outcome instanceof AuthError) return outcome;
  throw new Error(`no AuthError but ${JSON.stringify(outcome) ?? String(outcome)}`);
}
