import {
  HttpBackend,
  HttpClient,
  HttpErrorResponse,
  HttpHandlerFn,
  HttpRequest,
  HttpResponse,
} from '@angular/common/http';
import { DestroyRef, EnvironmentInjector, inject, Injectable } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import {
  catchError,
  concatMap,
  defer,
  filter,
  Observable,
  of,
  take,
  tap,
  throwIfEmpty,
} from 'rxjs';
import { AuthEndpointName } from '../backends/auth-backend';
import { AUTH_CONFIG } from '../config/resolved-config';
import { TIME } from '../config/time';
import { AuthError } from '../errors/auth-error';
import { injectDevMessages } from '../errors/dev-messages';
import { toAuthError } from '../errors/to-auth-error';
import type { AuthLoginOptions } from '../session/auth-service';
import { SessionTokens } from '../session/state/session-tokens';
import { answerWithin } from './answer-within';
import { AuthUrls } from './auth-urls';
import { EndpointRequests } from './endpoint-requests';
import { noticeMissingInterceptor } from './interceptor-probe';
import { SessionProof } from './session-proof';

/** Angular's own: production builds replace it by `false`. */
declare const ngDevMode: boolean | undefined;

/** Looks at an answer of the backend before anybody else; what it returns is what the call fails with. */
export type AnswerCheck = (answer: HttpResponse<unknown> | HttpErrorResponse) => AuthError | null;

/** Calls the auth endpoints. Every failure is an {@link AuthError}. */
@Injectable({ providedIn: 'root' })
export class AuthApi {
  readonly #config = inject(AUTH_CONFIG);
  readonly #http = inject(HttpClient);
  readonly #httpBackend = inject(HttpBackend);
  readonly #requests = inject(EndpointRequests);
  readonly #urls = inject(AuthUrls);
  readonly #proof = inject(SessionProof);
  readonly #messages = injectDevMessages();
  readonly #time = inject(TIME);
  readonly #destroyRef = inject(DestroyRef);
  readonly #injector = inject(EnvironmentInjector);

  /**
   * @param input What the endpoint's `body` turns into the request's.
   * @param tokens The session's, for the endpoints that take one.
   * @param options Of the login, for the endpoint's `body`.
   */
  call(
    name: AuthEndpointName,
    input: unknown,
    tokens: SessionTokens | null,
    check?: AnswerCheck,
    options?: AuthLoginOptions,
  ): Observable<HttpResponse<unknown>> {
    return defer(() => this.#prepared(name)).pipe(
      concatMap(() => this.#send(name, this.#requests.create(name, input, tokens, options))),
      answerWithin(this.#config.requestTimeout, this.#time),
      // An interceptor of the app may swallow an answer; the call would never settle.
      throwIfEmpty(),
      // An app that is gone waits for nothing.
      takeUntilDestroyed(this.#destroyRef),
      tap((response) => {
        const failure = this.#failureOf(response, name, check);
        if (failure) throw failure;
      }),
      catchError((error: unknown) => {
        throw this.#failureOf(error, name, check);
      }),
    );
  }

  /** Emits once the backend has set the XSRF cookie that the call needs. */
  #prepared(name: AuthEndpointName): Observable<unknown> {
    const xsrfFetch = this.#requests.createXsrfFetch(name);
    return xsrfFetch
      ? this.#http.request(xsrfFetch).pipe(filter((event) => event instanceof HttpResponse))
      : of(null);
  }

  #send(name: AuthEndpointName, request: HttpRequest<unknown>): Observable<HttpResponse<unknown>> {
    // A refresh holds a lock, under which no interceptor of the app may run.
    const bypasses = name === 'refresh';
    const next: HttpHandlerFn = (sent) =>
      bypasses ? this.#httpBackend.handle(sent) : this.#http.request<unknown>(sent);
    const events = this.#proof.send(request, next, this.#injector);
    const answer = events.pipe(
      filter((event) => event instanceof HttpResponse),
      // An interceptor may keep the stream open; the answer is all that is waited for.
      take(1),
    );
    if (typeof ngDevMode === 'undefined' || ngDevMode) {
      if (!bypasses) return noticeMissingInterceptor(answer, request, this.#messages);
    }
    return answer;
  }

  /** What is wrong with an answer; null where it is a good one. */
  #failureOf(answer: unknown, name: AuthEndpointName, check?: AnswerCheck): AuthError | null {
    const { backend } = this.#config;
    if (answer instanceof HttpResponse || answer instanceof HttpErrorResponse) {
      const { status, url } = answer;
      // A redirect may have led the call to somebody else, whose word counts for nothing.
      if (url && !this.#urls.locate(url).isAllowed) {
        const cause = new HttpErrorResponse({ status, url: this.#urls.resolve(url)?.origin });
        return new AuthError('invalid_response', { cause });
      }
      const failure = check?.(answer);
      if (failure) return failure;
      if (answer instanceof HttpResponse) {
        if (backend.endpoints[name]?.succeeded?.(answer) ?? true) return null;
      }
    }
    return toAuthError(answer, name, backend);
  }
}
