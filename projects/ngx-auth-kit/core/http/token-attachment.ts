import { HttpErrorResponse, HttpEvent, HttpHandlerFn, HttpRequest } from '@angular/common/http';
import { EnvironmentInjector, inject, Injectable } from '@angular/core';
import { catchError, concatMap, defer, Observable, of, throwError } from 'rxjs';
import { refusesToken } from '../backends/refuses-token';
import { AUTH_CONFIG } from '../config/resolved-config';
import { AuthError } from '../errors/auth-error';
import { injectDevMessages } from '../errors/dev-messages';
import { SessionQuestion } from '../session/check/session-question';
import { FreshCredentials } from '../session/refresh/fresh-credentials';
import { Lease } from '../session/state/session-state';
import { SessionStore } from '../session/state/session-store';
import { AuthUrls, Destination } from './auth-urls';
import { explainKeptToken } from './explain-kept-token';
import { exposeRefusal, HiddenRefusal } from './hidden-refusal';
import { INTERCEPTOR_PROBE } from './interceptor-probe';
import { isRepeatable } from './is-repeatable';
import { judgedAnswer } from './judged-answer';
import { readableAnswer } from './readable-answer';
import { SessionProof } from './session-proof';
import { SKIP_AUTH } from './skip-auth';
import { Witness, WITNESS } from './witness';
import { XsrfRenewal } from './xsrf-renewal';

/** Angular's own: production builds replace it by `false`. */
declare const ngDevMode: boolean | undefined;

/** The way of a request. */
interface Route {
  readonly next: HttpHandlerFn;
  readonly target: Destination;
}

/** What was done for a request before it is sent. */
interface Before {
  /** Its XSRF value is fresh from the backend. */
  readonly isRenewed?: boolean;
  /** It was sent before, with another XSRF value. */
  readonly isResent?: boolean;
  /** It was sent before, with other credentials. */
  readonly isRepeated?: boolean;
}

/** A request that failed. */
interface Failure {
  readonly request: HttpRequest<unknown>;
  readonly route: Route;
  readonly before: Before;
  readonly lease: Lease;
  /** What the app is to be given. */
  readonly error: unknown;
  /** What it is judged on. */
  readonly answer: unknown;
}

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
  readonly #xsrf = inject(XsrfRenewal);
  /** The session that the XSRF value was fetched for. */
  #xsrfFetchedFor: string | null | undefined;

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
    const route: Route = { target, next: (sent) => this.#proof.send(sent, next, injector) };
    // Deferred, so that each subscription sends the token of its moment.
    return defer(() => {
      if (!this.#store.isDue()) return this.#send(request, route);
      const lease = this.#store.lease();
      // At start it is not only a token that is missing, but the word that it is this user's.
      const known = this.#store.tokens() ? this.#credentials.whenFresh() : this.#question.ask();
      return known.pipe(
        // If the session is over or the backend is away, the request's own answer tells.
        catchError(() => of(undefined)),
        concatMap(() =>
          // Never with the token of another user who signed in meanwhile.
          this.#store.judge(lease) === 'stale' ? next(request) : this.#send(request, route),
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
    route: Route,
    before: Before = {},
  ): Observable<HttpEvent<unknown>> {
    const { next, target } = route;
    const token = this.#store.tokens()?.access.value;
    if (!this.#config.usesCookie && token === undefined) return next(request);
    const lease = this.#store.lease();
    if (!before.isRenewed && this.#lacksXsrf(request, lease)) {
      return this.#xsrf
        .renew()
        .pipe(
          concatMap((isRenewed) =>
            this.#store.judge(lease) === 'stale'
              ? next(request)
              : this.#send(request, route, { isRenewed }),
          ),
        );
    }
    const proven = this.#proof.attach(request, token, target);
    const witness = new Witness(proven.url);
    proven.context.set(WITNESS, witness);
    return this.#untilSignOut(next(proven)).pipe(
      exposeRefusal(witness, (answer) => this.#isRefusal(answer, target)),
      catchError((error: unknown) => {
        if (error instanceof AuthError) {
          throw new HttpErrorResponse({ error, status: 0, url: request.urlWithParams });
        }
        const made = error instanceof HiddenRefusal ? null : error;
        return readableAnswer(judgedAnswer(made, witness.answer)).pipe(
          concatMap((answer) => this.#recover({ request, route, before, lease, error, answer })),
        );
      }),
      catchError((error: unknown) =>
        error instanceof HiddenRefusal ? error.made : throwError(() => error),
      ),
    );
  }

  /** Sends a refused request once more if that may help. Fails with its own error if not. */
  #recover({ request, route, before, lease, error, answer }: Failure) {
    const fail = () => throwError(() => error);
    const { isRenewed, isResent, isRepeated } = before;
    const isXsrfRefusal = this.#xsrf.isRefusal(answer) && this.#isFromAllowed(answer, route.target);
    if (isXsrfRefusal && !isRenewed) {
      if (isRepeated || !isRepeatable(request)) return fail();
      const old = this.#xsrf.value();
      return this.#xsrf.renew().pipe(
        concatMap((hasAnswered) =>
          hasAnswered && this.#store.judge(lease) !== 'stale'
            ? this.#send(this.#xsrf.withoutOldValue(request, old), route, {
                isRenewed: true,
                isResent: true,
              })
            : fail(),
        ),
      );
    }
    // A new value was refused as well, so it is the session that is over.
    if (!isXsrfRefusal && !this.#isRefusal(answer, route.target)) return fail();
    const send = () => this.#send(request, route, { isRenewed, isRepeated: true });
    return this.#credentials.recover<HttpEvent<unknown>>({
      error,
      lease,
      again: isRepeated ? null : isResent || !isRepeatable(request) ? fail : send,
      known: () => this.#question.ask(),
    });
  }

  /** Whether the XSRF value is to be fetched first. Once for a session: the page may not see it at all. */
  #lacksXsrf(request: HttpRequest<unknown>, { id }: Lease): boolean {
    if (this.#xsrfFetchedFor === id || this.#proof.valueOn(request) !== null) return false;
    if (!this.#config.usesCookie || !this.#xsrf.isDue(request.method)) return false;
    this.#xsrfFetchedFor = id;
    return true;
  }

  /** An answer that comes after the sign-out could bring the cookie back. */
  #untilSignOut<T>(answer: Observable<T>): Observable<T> {
    return this.#config.usesCookie ? answer.pipe(this.#store.untilSignOut()) : answer;
  }

  #isRefusal(answer: unknown, target: Destination): boolean {
    return (
      answer instanceof HttpErrorResponse &&
      refusesToken(answer, this.#config.backend) &&
      this.#isFromAllowed(answer, target)
    );
  }

  /** A later interceptor or a redirect may have led the request elsewhere. */
  #isFromAllowed(answer: unknown, target: Destination): boolean {
    const { url } = answer as HttpErrorResponse;
    return this.#urls.locate(url ?? target.url, target).isAllowed;
  }

  #mayCarryToken({ url, isAllowed }: Destination): boolean {
    if (typeof ngDevMode === 'undefined' || ngDevMode) {
      if (!isAllowed && this.#store.status() === 'authenticated')
        explainKeptToken(this.#messages, this.#urls, url, this.#config.allowedUrls);
    }
    return isAllowed;
  }
}
