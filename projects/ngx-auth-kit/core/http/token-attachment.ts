import { HttpErrorResponse, HttpEvent, HttpHandlerFn, HttpRequest } from '@angular/common/http';
import { EnvironmentInjector, inject, Injectable } from '@angular/core';
import { catchError, concatMap, defer, Observable, of } from 'rxjs';
import { refusesToken } from '../backends/refuses-token';
import { AUTH_CONFIG } from '../config/resolved-config';
import { injectDevMessages } from '../errors/dev-messages';
import { SessionRenewal } from '../session/session-renewal';
import { SessionStore } from '../session/session-store';
import { AuthUrls, Destination } from './auth-urls';
import { explainKeptToken } from './explain-kept-token';
import { INTERCEPTOR_PROBE } from './interceptor-probe';
import { SessionProof } from './session-proof';
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
    injector: EnvironmentInjector,
  ): Observable<HttpEvent<unknown>> {
    if (typeof ngDevMode === 'undefined' || ngDevMode) request.context.get(INTERCEPTOR_PROBE)?.();
    // The other form of the interceptor, or AuthApi, has added it. JSONP can carry no header.
    if (this.#proof.isOn(request) || request.method === 'JSONP') return next(request);
    const isLeftAlone = request.context.get(SKIP_AUTH) || this.#hasOwnProof(request);
    const target = isLeftAlone ? null : this.#urls.locate(request.urlWithParams);
    if (!target || !this.#mayCarryToken(target)) return next(this.#proof.keepOwn(request));
    // Deferred, so that whoever subscribes again sends the token of that moment.
    return defer(() => {
      this.#store.endIfExpired();
      const passOn: HttpHandlerFn = (proven) => this.#proof.send(proven, next, injector);
      const send = () => this.#send(request, passOn, target);
      if (!this.#renewal || !this.#store.hasExpired()) return send();
      const { epoch, version } = this.#store;
      return this.#renewal.renew(version).pipe(
        // Whether the session is over or the backend away, the request's own answer tells.
        catchError(() => of(undefined)),
        // Never with the token of whoever signed in meanwhile.
        concatMap(() => (epoch === this.#store.epoch ? send() : next(request))),
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
    const { epoch, version } = this.#store;
    return next(this.#proof.attach(request, token, target)).pipe(
      catchError((error: unknown) => {
        // An answer to another session's proof says nothing about this one.
        if (epoch !== this.#store.epoch || !this.#isRefusal(error, target)) throw error;
        if (this.#renewal && this.#store.isRenewable()) {
          const again = () => this.#send(request, next, target, true);
          return this.#renewal.repeat({ request, version, isRepeated, error }, again);
        }
        if (version === this.#store.version) this.#store.end('refused');
        throw error;
      }),
    );
  }

  #isRefusal(error: unknown, target: Destination): boolean {
    if (!(error instanceof HttpErrorResponse) || !refusesToken(error, this.#config.backend))
      return false;
    // A later interceptor or a redirect may have led the request elsewhere.
    return this.#urls.locate(error.url ?? target.url, target).isAllowed;
  }

  #mayCarryToken({ url, isAllowed }: Destination): boolean {
    if (typeof ngDevMode === 'undefined' || ngDevMode) {
      if (!isAllowed && this.#store.status() === 'authenticated')
        explainKeptToken(this.#messages, this.#urls, url, this.#config.allowedUrls);
    }
    return isAllowed;
  }
}
