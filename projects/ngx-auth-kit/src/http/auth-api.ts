import {
  HttpClient,
  HttpContext,
  HttpErrorResponse,
  HttpResponse,
  HttpResponseBase,
} from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { catchError, defer, finalize, Observable, tap, throwError, timeout } from 'rxjs';
import { AuthEndpointName } from '../backends/auth-backend';
import { endpointMethod, endpointToken } from '../backends/endpoint-defaults';
import { AUTH_CONFIG } from '../config/resolved-config';
import { AuthError } from '../errors/auth-error';
import { DEV_MODE, DevMessages } from '../errors/dev-messages';
import { toAuthError } from '../errors/to-auth-error';
import { SessionTokens } from '../session/session-tokens';
import { AuthUrls } from './auth-urls';
import { Authorization } from './authorization';
import { INTERCEPTOR_PROBE } from './interceptor-probe';
import { skipAuth } from './skip-auth';

/** Calls the auth endpoints in the backend's own words. Every failure is an {@link AuthError}. */
@Injectable({ providedIn: 'root' })
export class AuthApi {
  private readonly config = inject(AUTH_CONFIG);
  private readonly http = inject(HttpClient);
  private readonly urls = inject(AuthUrls);
  private readonly authorization = inject(Authorization);
  private readonly messages = inject(DevMessages);

  /**
   * @param input What the endpoint's `body` turns into the request's.
   * @param tokens The session's, for the endpoints that take one in the header.
   */
  call(
    name: AuthEndpointName,
    input: unknown,
    tokens: SessionTokens | null,
  ): Observable<HttpResponse<unknown>> {
    const { backend, requestTimeout } = this.config;
    return defer(() => this.send(name, input, tokens)).pipe(
      timeout(requestTimeout),
      tap((response) => this.checkAnswer(name, response)),
      catchError((error: unknown) =>
        throwError(() => this.foreignAnswer(error) ?? toAuthError(error, name, backend)),
      ),
    );
  }

  private send(
    name: AuthEndpointName,
    input: unknown,
    tokens: SessionTokens | null,
  ): Observable<HttpResponse<unknown>> {
    const { backend } = this.config;
    const url = this.urls.endpointUrl(name);
    if (url === null) throw new AuthError('not_supported');
    const token = { access: tokens?.access.value, refresh: tokens?.refresh, none: null }[
      endpointToken(name, backend)
    ];
    const context = skipAuth();
    const answer = this.http.request<unknown>(endpointMethod(name, backend), url, {
      body: this.bodyFor(name, input),
      headers: token ? this.authorization.header(token) : {},
      context,
      withCredentials: backend.session === 'cookie',
      observe: 'response',
    });
    return DEV_MODE ? this.noticeMissingInterceptor(answer, context) : answer;
  }

  private bodyFor(name: AuthEndpointName, input: unknown): unknown {
    const endpoint = this.config.backend.endpoints[name];
    const body = endpoint?.body ? endpoint.body(input) : input;
    // URLSearchParams, because HttpParams leaves characters as they are that forms must escape.
    return endpoint?.encoding === 'form'
      ? new URLSearchParams(body as Record<string, string>)
      : body;
  }

  private checkAnswer(name: AuthEndpointName, response: HttpResponse<unknown>): void {
    const foreign = this.foreignAnswer(response);
    if (foreign) throw foreign;
    const succeeded = this.config.backend.endpoints[name]?.succeeded?.(response) ?? true;
    if (!succeeded) throw toAuthError(response, name, this.config.backend);
  }

  /** A redirect may have led the call to somebody else, whose word counts for nothing. */
  private foreignAnswer(answer: unknown): AuthError | null {
    if (!(answer instanceof HttpResponseBase) || !answer.url || this.urls.allows(answer.url)) {
      return null;
    }
    const { status, url } = answer;
    const cause = new HttpErrorResponse({ status, url: this.urls.originOf(url) });
    return new AuthError('invalid_response', { cause });
  }

  private noticeMissingInterceptor<T>(answer: Observable<T>, context: HttpContext): Observable<T> {
    let installed = false;
    context.set(INTERCEPTOR_PROBE, () => (installed = true));
    return answer.pipe(
      finalize(() => {
        if (installed) return;
        this.messages.once(
          'no interceptor',
          'the interceptor is not installed, so no request of this app carries the token. Add ' +
            'it: provideHttpClient(withInterceptors([authInterceptor])), or with AuthModule: ' +
            'provideHttpClient(withInterceptorsFromDi()).',
        );
      }),
    );
  }
}
