import {
  HttpBackend,
  HttpErrorResponse,
  HttpEvent,
  HttpHandlerFn,
  HttpRequest,
} from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { catchError, concatMap, defer, Observable, of } from 'rxjs';
import { endpointToken } from '../backends/endpoint-defaults';
import { refusesToken } from '../backends/refuses-token';
import { AUTH_CONFIG } from '../config/resolved-config';
import { injectDevMessages } from '../errors/dev-messages';
import { SessionRenewal } from '../session/session-renewal';
import { SessionStore } from '../session/session-store';
import { AuthUrls } from './auth-urls';
import { explainKeptToken } from './explain-kept-token';
import { INTERCEPTOR_PROBE } from './interceptor-probe';
import { markOwner, PROOF_OWNER, SessionProof } from './session-proof';
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
  readonly #renewal = inject(SessionRenewal, { optional: true });

  handle(
    request: HttpRequest<unknown>,
    next: HttpHandlerFn,
    httpBackend: HttpBackend | null,
  ): Observable<HttpEvent<unknown>> {
    if (typeof ngDevMode === 'undefined' || ngDevMode) request.context.get(INTERCEPTOR_PROBE)?.();
    // The other form of the interceptor, or AuthApi, has seen to it already.
    if (request.context.get(PROOF_OWNER)) return next(request);
    if (this.#hasOwnProof(request)) return next(markOwner(request, 'caller'));
    if (request.context.get(SKIP_AUTH) || !this.#mayCarryToken(request)) return next(request);
    if (httpBackend) this.#proof.watch(httpBackend);
    // Deferred, so that whoever subscribes again sends the token of that moment.
    return defer(() => {
      this.#store.endIfExpired();
      const { epoch } = this.#store;
      const renewed = this.#store.hasExpired() && this.#renewal?.renew(this.#store.version);
      return (renewed || of(undefined)).pipe(
        // Whether the session is over or the backend away, the request's own answer tells.
        catchError(() => of(undefined)),
        // Never with the token of whoever signed in meanwhile.
        concatMap(() => (epoch === this.#store.epoch ? this.#send(request, next) : next(request))),
      );
    });
  }

  #hasOwnProof(request: HttpRequest<unknown>): boolean {
    const isSet = !this.#proof.isCookie && this.#proof.valueOn(request) !== null;
    return isSet || request.headers.has('Authorization');
  }

  #send(
    request: HttpRequest<unknown>,
    next: HttpHandlerFn,
    isRepeated = false,
  ): Observable<HttpEvent<unknown>> {
    const token = this.#store.tokens()?.access.value;
    if (!this.#proof.isCookie && token === undefined) return next(request);
    const { epoch, version } = this.#store;
    return next(this.#proof.attach(request, token)).pipe(
      catchError((error: unknown) => {
        // An answer to another session's proof says nothing about this one.
        if (epoch !== this.#store.epoch || !this.#isRefusal(error, request)) throw error;
        if (this.#renewal && this.#store.isRenewable()) {
          const again = () => this.#send(request, next, true);
          return this.#renewal.repeat({ request, version, isRepeated, error }, again);
        }
        if (version === this.#store.version) this.#store.end('refused');
        throw error;
      }),
    );
  }

  #isRefusal(error: unknown, request: HttpRequest<unknown>): boolean {
    if (!(error instanceof HttpErrorResponse) || !refusesToken(error, this.#config.backend))
      return false;
    // A later interceptor or a redirect may have led the request elsewhere, or to a bad login.
    const answeredFrom = error.url ?? request.urlWithParams;
    const endpoint = this.#urls.endpointAt(request.method, request.urlWithParams);
    return this.#urls.allows(answeredFrom) && (!endpoint || endpoint === 'status');
  }

  #mayCarryToken(request: HttpRequest<unknown>): boolean {
    const url = request.urlWithParams;
    if (!this.#urls.allows(url)) {
      if (typeof ngDevMode === 'undefined' || ngDevMode) {
        if (this.#store.status() === 'authenticated')
          explainKeptToken(this.#messages, this.#urls, url, this.#config.allowedUrls);
      }
      return false;
    }
    const endpoint = this.#urls.endpointAt(request.method, url);
    return !endpoint || endpointToken(endpoint, this.#config.backend) === 'access';
  }
}
