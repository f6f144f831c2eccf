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
import { SessionRenewal } from '../session/session-renewal';
import { SessionStore } from '../session/session-store';
import { AuthUrls } from './auth-urls';
import { explainKeptToken } from './explain-kept-token';
import { DepartureCheck, markOwner, PROOF_OWNER } from './departure-check';
import { INTERCEPTOR_PROBE } from './interceptor-probe';
import { SessionProof } from './session-proof';
import { SKIP_AUTH } from './skip-auth';

/** Angular's own: production builds replace it by `false`. */
declare const ngDevMode: boolean | undefined;

/** What both forms of the interceptor do with a request. */
@Injectable({ providedIn: 'root' })
export class TokenAttachment {
  private readonly backend = inject(AUTH_CONFIG).backend;
  private readonly urls = inject(AuthUrls);
  private readonly proof = inject(SessionProof);
  private readonly departure = inject(DepartureCheck);
  private readonly messages = injectDevMessages();
  private readonly store = inject(SessionStore);
  private readonly renewal = inject(SessionRenewal, { optional: true });

  handle(
    request: HttpRequest<unknown>,
    next: HttpHandlerFn,
    httpBackend: HttpBackend | null,
  ): Observable<HttpEvent<unknown>> {
    if (typeof ngDevMode === 'undefined' || ngDevMode) request.context.get(INTERCEPTOR_PROBE)?.();
    // The other form of the interceptor, or AuthApi, has seen to it already.
    if (request.context.get(PROOF_OWNER)) return next(request);
    if (this.hasOwnProof(request)) return next(markOwner(request, 'caller'));
    if (request.context.get(SKIP_AUTH) || !this.mayCarryToken(request)) return next(request);
    if (httpBackend) this.departure.watch(httpBackend);
    // Deferred, so that whoever subscribes again sends the token of that moment.
    return defer(() => {
      this.store.endIfExpired();
      const { epoch, version } = this.store;
      if (!this.renewal || !this.store.hasExpired()) return this.send(request, next);
      return this.renewal.renew(version).pipe(
        // Whether the session is over or the backend away, the request's own answer tells.
        catchError(() => of(undefined)),
        // Never with the token of whoever signed in meanwhile.
        concatMap(() => (epoch === this.store.epoch ? this.send(request, next) : next(request))),
      );
    });
  }

  private hasOwnProof(request: HttpRequest<unknown>): boolean {
    const isSet = !this.proof.isCookie && this.proof.valueOn(request) !== null;
    return isSet || request.headers.has('Authorization');
  }

  private send(
    request: HttpRequest<unknown>,
    next: HttpHandlerFn,
    isRepeated = false,
  ): Observable<HttpEvent<unknown>> {
    const token = this.store.tokens()?.access.value;
    if (!this.proof.isCookie && token === undefined) return next(request);
    const { epoch, version } = this.store;
    const attached = this.proof.isCookie
      ? this.proof.attachCookie(request)
      : this.proof.attachToken(request, token!);
    return next(this.departure.markAttached(attached)).pipe(
      catchError((error: unknown) => {
        // An answer to another session's proof says nothing about this one.
        if (epoch !== this.store.epoch || !this.isRefusal(error, request)) throw error;
        if (!this.renewal || !this.store.isRenewable()) {
          if (version === this.store.version) this.store.end('refused');
          throw error;
        }
        if (isRepeated) this.renewal.noteRefusedFresh(version);
        if (isRepeated || !isRepeatable(request) || !this.renewal.helps(version)) throw error;
        return this.renewal.renew(version).pipe(
          catchError(() => throwError(() => error)),
          concatMap(() => {
            if (epoch !== this.store.epoch) throw error;
            return this.send(request, next, true);
          }),
        );
      }),
    );
  }

  private isRefusal(error: unknown, request: HttpRequest<unknown>): boolean {
    if (!(error instanceof HttpErrorResponse) || !refusesToken(error, this.backend)) return false;
    // A later interceptor or a redirect may have led the request elsewhere, or to a bad login.
    const answeredFrom = error.url ?? request.urlWithParams;
    const endpoint = this.urls.endpointAt(request.method, request.urlWithParams);
    return this.urls.allows(answeredFrom) && (endpoint === null || endpoint === 'status');
  }

  private mayCarryToken(request: HttpRequest<unknown>): boolean {
    const url = request.urlWithParams;
    if (!this.urls.allows(url)) {
      if (typeof ngDevMode === 'undefined' || ngDevMode) {
        if (this.store.status() === 'authenticated')
          explainKeptToken(this.messages, this.urls, url);
      }
      return false;
    }
    const endpoint = this.urls.endpointAt(request.method, url);
    return endpoint === null || endpointToken(endpoint, this.backend) === 'access';
  }
}

/** A stream can be read once. */
function isRepeatable({ body }: HttpRequest<unknown>): boolean {
  return typeof ReadableStream === 'undefined' || !(body instanceof ReadableStream);
}
