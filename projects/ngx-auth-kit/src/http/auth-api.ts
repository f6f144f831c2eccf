import {
  HttpBackend,
  HttpClient,
  HttpErrorResponse,
  HttpRequest,
  HttpResponse,
  HttpResponseBase,
} from '@angular/common/http';
import { DestroyRef, inject, Injectable } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { catchError, concatMap, defer, filter, Observable, take, tap, throwError } from 'rxjs';
import { AuthEndpointName } from '../backends/auth-backend';
import { AUTH_CONFIG } from '../config/resolved-config';
import { AuthError } from '../errors/auth-error';
import { injectDevMessages } from '../errors/dev-messages';
import { toAuthError } from '../errors/to-auth-error';
import { SessionTokens } from '../session/session-tokens';
import { answerWithin } from './answer-within';
import { AuthUrls } from './auth-urls';
import { DepartureCheck } from './departure-check';
import { EndpointRequests } from './endpoint-requests';
import { noticeMissingInterceptor } from './interceptor-probe';

/** Angular's own: production builds replace it by `false`. */
declare const ngDevMode: boolean | undefined;

/** Looks at an answer of the backend before anybody else; what it returns is what the call fails with. */
export type AnswerCheck = (answer: HttpResponse<unknown> | HttpErrorResponse) => AuthError | null;

/** Calls the auth endpoints. Every failure is an {@link AuthError}. */
@Injectable({ providedIn: 'root' })
export class AuthApi {
  private readonly config = inject(AUTH_CONFIG);
  private readonly http = inject(HttpClient);
  private readonly httpBackend = inject(HttpBackend);
  private readonly requests = inject(EndpointRequests);
  private readonly urls = inject(AuthUrls);
  private readonly departure = inject(DepartureCheck);
  private readonly messages = injectDevMessages();
  private readonly destroyRef = inject(DestroyRef);

  /**
   * @param input What the endpoint's `body` turns into the request's.
   * @param tokens The session's, for the endpoints that take one.
   */
  call(
    name: AuthEndpointName,
    input: unknown,
    tokens: SessionTokens | null,
    check?: AnswerCheck,
  ): Observable<HttpResponse<unknown>> {
    return defer(() => this.send(name, input, tokens)).pipe(
      answerWithin(this.config.requestTimeout),
      // An app that is gone waits for nothing.
      takeUntilDestroyed(this.destroyRef),
      tap((response) => this.checkAnswer(name, response, check)),
      catchError((error: unknown) =>
        throwError(
          () =>
            this.foreignAnswer(error) ??
            (error instanceof HttpErrorResponse ? check?.(error) : null) ??
            toAuthError(error, name, this.config.backend),
        ),
      ),
    );
  }

  private send(
    name: AuthEndpointName,
    input: unknown,
    tokens: SessionTokens | null,
  ): Observable<HttpResponse<unknown>> {
    const xsrfFetch = this.requests.createXsrfFetch(name);
    if (xsrfFetch) {
      return this.http.request(xsrfFetch).pipe(
        filter((event) => event instanceof HttpResponse),
        concatMap(() => this.dispatch(name, this.requests.create(name, input, tokens))),
      );
    }
    return this.dispatch(name, this.requests.create(name, input, tokens));
  }

  private dispatch(
    name: AuthEndpointName,
    request: HttpRequest<unknown>,
  ): Observable<HttpResponse<unknown>> {
    // A refresh holds a lock, under which no interceptor of the app may run.
    const bypasses = name === 'refresh';
    this.departure.watch(this.httpBackend);
    const events = bypasses
      ? this.httpBackend.handle(request)
      : this.http.request<unknown>(request);
    const answer = events.pipe(
      filter((event) => event instanceof HttpResponse),
      // An interceptor may keep the stream open; the answer is all that is waited for.
      take(1),
    );
    if (typeof ngDevMode === 'undefined' || ngDevMode) {
      if (!bypasses) return noticeMissingInterceptor(answer, request, this.messages);
    }
    return answer;
  }

  private checkAnswer(
    name: AuthEndpointName,
    response: HttpResponse<unknown>,
    check?: AnswerCheck,
  ): void {
    const failure = this.foreignAnswer(response) ?? check?.(response);
    if (failure) throw failure;
    const { backend } = this.config;
    const succeeded = backend.endpoints[name]?.succeeded?.(response) ?? true;
    if (!succeeded) throw toAuthError(response, name, backend);
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
}
