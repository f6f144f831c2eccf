import {
  HttpBackend,
  HttpErrorResponse,
  HttpEvent,
  HttpHandlerFn,
  HttpRequest,
} from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { catchError, concatMap, defer, Observable, of, throwError } from 'rxjs';
import { endpointToken } from '../backends/endpoint-defaults';
import { refusesToken } from '../backends/refuses-token';
import { AUTH_CONFIG } from '../config/resolved-config';
import { injectDevMessages } from '../errors/dev-messages';
import { SessionQuestion } from '../session/check/session-question';
import { FreshCredentials } from '../session/refresh/fresh-credentials';
import { SessionStore } from '../session/state/session-store';
import { AuthUrls, Destination } from './auth-urls';
import { explainKeptToken } from './explain-kept-token';
import { INTERCEPTOR_PROBE } from './interceptor-probe';
import { PROOF, SessionProof, withProof } from './session-proof';
import { SKIP_AUTH } from './skip-auth';

/** Angular's own: production builds replace it by `false`. */
declare const ngDevMode: boolean | undefined;

/** What both forms of the interceptor do with a request. */
@Injectable({ providedIn: 'root' })
export class TokenAttachment {
  readonly #config = inject(AUTH_CONFIG);
  readonly #urls = inject(AuthUrls);
  readonly #proof = inject(SessionProof);
  readonly #messages = injectDevMessages();
  readonly #store = inject(SessionStore);
  readonly #credentials = inject(FreshCredentials);
  readonly #question = inject(SessionQuestion);

  handle(
    request: HttpRequest<unknown>,
    next: HttpHandlerFn,
    httpBackend: HttpBackend | null,
  ): Observable<HttpEvent<unknown>> {
    if (typeof ngDevMode === 'undefined' || ngDevMode) request.context.get(INTERCEPTOR_PROBE)?.();
    // The other form of the interceptor, or AuthApi, has seen to it already.
    if (request.context.get(PROOF)) return next(request);
    if (this.#hasOwnProof(request)) {
      return next(request.clone({ context: withProof(request.context, { owner: 'caller' }) }));
    }
    if (request.context.get(SKIP_AUTH)) return next(request);
    const target = this.#urls.locate(request.urlWithParams, request.method);
    if (!this.#mayCarryToken(target)) return next(request);
    if (httpBackend) this.#proof.watch(httpBackend);
    // Deferred, so that each subscription sends the token of its moment.
    return defer(() => {
      if (!this.#store.isDue()) return this.#send(request, next, target);
      const { id, attempt } = this.#store.lease();
      // At start it is not only a token that is missing, but the word that it is this user's.
      const known = this.#store.tokens() ? this.#credentials.whenFresh() : this.#question.ask();
      return known.pipe(
        // If the session is over or the backend is away, the request's own answer tells.
        catchError(() => of(undefined)),
        concatMap(() => {
          const now = this.#store.lease();
          // Never with the token of another user who signed in meanwhile.
          const isSame = id === null ? attempt === now.attempt : id === now.id;
          return isSame ? this.#send(request, next, target) : next(request);
        }),
      );
    });
  }

  #hasOwnProof(request: HttpRequest<unknown>): boolean {
    const isSet = !this.#config.usesCookie && this.#proof.valueOn(request) !== null;
    return isSet || request.headers.has('Authorization');
  }

  #send(
    request: HttpRequest<unknown>,
    next: HttpHandlerFn,
    target: Destination,
    isRepeated = false,
  ): Observable<HttpEvent<unknown>> {
    const token = this.#store.tokens()?.access.value;
    if (!this.#config.usesCookie && token === undefined) return next(request);
    const lease = this.#store.lease();
    return next(this.#proof.attach(request, token, target)).pipe(
      catchError((error: unknown) => {
        if (!this.#isRefusal(error, target)) throw error;
        const send = () => this.#send(request, next, target, true);
        return this.#credentials.recover<HttpEvent<unknown>>({
          error,
          lease,
          again: isRepeated ? null : isRepeatable(request) ? send : () => throwError(() => error),
          known: () => this.#question.ask(),
        });
      }),
    );
  }

  #isRefusal(error: unknown, target: Destination): boolean {
    if (!(error instanceof HttpErrorResponse) || !refusesToken(error, this.#config.backend))
      return false;
    // A later interceptor or a redirect may have led the request elsewhere, or to a bad login.
    const { url, endpoint } = target;
    const answeredFrom = this.#urls.locate(error.url ?? url, undefined, target);
    return answeredFrom.isAllowed && (!endpoint || endpoint === 'status');
  }

  #mayCarryToken({ url, isAllowed, endpoint }: Destination): boolean {
    if (!isAllowed) {
      if (typeof ngDevMode === 'undefined' || ngDevMode) {
        if (this.#store.status() === 'authenticated')
          explainKeptToken(this.#messages, this.#urls, url, this.#config.allowedUrls);
      }
      return false;
    }
    return !endpoint || endpointToken(endpoint, this.#config.backend) === 'access';
  }
}

/** A stream can be read once. */
function isRepeatable({ body }: HttpRequest<unknown>): boolean {
  return typeof ReadableStream === 'undefined' || !(body instanceof ReadableStream);
}
