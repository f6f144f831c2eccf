import { HttpEvent, HttpHandlerFn, HttpRequest } from '@angular/common/http';
import { EnvironmentInjector, inject, Injectable } from '@angular/core';
import { catchError, concatMap, defer, Observable, of } from 'rxjs';
import { AUTH_CONFIG } from '../config/resolved-config';
import { injectDevMessages } from '../errors/dev-messages';
import { SessionQuestion } from '../session/check/session-question';
import { FreshCredentials } from '../session/refresh/fresh-credentials';
import { SessionStore } from '../session/state/session-store';
import { AuthUrls, Destination } from './auth-urls';
import { explainKeptToken } from './explain-kept-token';
import { INTERCEPTOR_PROBE } from './interceptor-probe';
import { ProvenRequests, Route } from './proven-requests';
import { SessionProof } from './session-proof';
import { SKIP_AUTH } from './skip-auth';

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
  readonly #requests = inject(ProvenRequests);

  handle(
    request: HttpRequest<unknown>,
    next: HttpHandlerFn,
    injector: EnvironmentInjector,
  ): Observable<HttpEvent<unknown>> {
    if (typeof ngDevMode === 'undefined' || ngDevMode)
      request.context.get(INTERCEPTOR_PROBE)?.(this.#proof);
    // The other form of the interceptor, or AuthApi, has added it. JSONP can carry no header.
    if (this.#proof.isOn(request) || request.method === 'JSONP') return next(request);
    const isLeftAlone = request.context.get(SKIP_AUTH) || this.#hasOwnProof(request);
    const target = isLeftAlone ? null : this.#urls.locate(request.urlWithParams);
    if (!target || !this.#mayCarryToken(target)) return next(this.#proof.keepOwn(request));
    const route: Route = { target, next: (sent) => this.#proof.send(sent, next, injector) };
    // Deferred, so that each subscription sends the token of its moment.
    return defer(() => {
      if (!this.#store.isDue()) return this.#requests.send(request, route);
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
            : this.#requests.send(request, route),
        ),
      );
    });
  }

  #hasOwnProof(request: HttpRequest<unknown>): boolean {
    const isSet = !this.#config.usesCookie && this.#proof.valueOn(request) !== null;
    return isSet || request.headers.has('Authorization');
  }

  #mayCarryToken({ url, isAllowed }: Destination): boolean {
    if (typeof ngDevMode === 'undefined' || ngDevMode) {
      if (!isAllowed && this.#store.status() === 'authenticated')
        explainKeptToken(this.#messages, this.#urls, url, this.#config.allowedUrls);
    }
    return isAllowed;
  }
}
