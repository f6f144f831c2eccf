import { HttpErrorResponse, HttpEvent, HttpHandlerFn, HttpRequest } from '@angular/common/http';
import { EnvironmentInjector, inject, Injectable } from '@angular/core';
import { catchError, concatMap, defer, Observable, of, throwError } from 'rxjs';
import { refusesToken } from '../backends/refuses-token';
import { AUTH_CONFIG } from '../config/resolved-config';
import { AuthError } from '../errors/auth-error';
import { injectDevMessages } from '../errors/dev-messages';
import { SessionQuestion } from '../session/check/session-question';
import { FreshCredentials } from '../session/refresh/fresh-credentials';
import { SessionStore } from '../session/state/session-store';
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
  readonly #credentials = inject(FreshCredentials);
  readonly #question = inject(SessionQuestion);

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
    const passOn: HttpHandlerFn = (proven) => this.#proof.send(proven, next, injector);
    // Deferred, so that each subscription sends the token of its moment.
    return defer(() => {
      if (!this.#store.isDue()) return this.#send(request, passOn, target);
      const lease = this.#store.lease();
      // At start it is not only a token that is missing, but the word that it is this user's.
      const known = this.#store.tokens() ? this.#credentials.whenFresh() : this.#question.ask();
      return known.pipe(
        // If the session is over or the backend is away, the request's own answer tells.
        catchError(() => of(undefined)),
        concatMap(() =>
          // Never with the token of another user who signed in meanwhile.
          this.#store.judge(lease) === 'stale'
            ? next(request)
            : this.#send(request, passOn, target),
        ),
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
    return this.#untilSignOut(next(this.#proof.attach(request, token, target))).pipe(
      catchError((error: unknown) => {
        if (error instanceof AuthError) {
          throw new HttpErrorResponse({ error, status: 0, url: request.urlWithParams });
        }
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

  /** An answer that comes after the sign-out could bring the cookie back. */
  #untilSignOut<T>(answer: Observable<T>): Observable<T> {
    return this.#config.usesCookie ? answer.pipe(this.#store.untilSignOut()) : answer;
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

/** A stream can be read once. */
function isRepeatable({ body }: HttpRequest<unknown>): boolean {
  return typeof ReadableStream === 'undefined' || !(body instanceof ReadableStream);
}
