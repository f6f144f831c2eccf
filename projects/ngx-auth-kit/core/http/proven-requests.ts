import { HttpErrorResponse, HttpEvent, HttpHandlerFn, HttpRequest } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { catchError, concatMap, Observable, throwError } from 'rxjs';
import { refusesToken } from '../backends/refuses-token';
import { AUTH_CONFIG } from '../config/resolved-config';
import { AuthError } from '../errors/auth-error';
import { SessionQuestion } from '../session/check/session-question';
import { FreshCredentials } from '../session/refresh/fresh-credentials';
import { Lease } from '../session/state/session-state';
import { SessionStore } from '../session/state/session-store';
import { AuthUrls, Destination } from './auth-urls';
import { exposeRefusal, HiddenRefusal } from './hidden-refusal';
import { isRepeatable } from './is-repeatable';
import { injectXsrfRenewal } from './inject-xsrf-renewal';
import { judgedAnswer } from './judged-answer';
import { OwnContext } from './own-context';
import { readableAnswer } from './readable-answer';
import { SessionProof } from './session-proof';
import { Witness, WITNESS } from './witness';

/** The way of a request. */
export interface Route {
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

/** Sends requests with the proof of the session, and once more if that may help. */
@Injectable({ providedIn: 'root' })
export class ProvenRequests {
  readonly #config = inject(AUTH_CONFIG);
  readonly #urls = inject(AuthUrls);
  readonly #proof = inject(SessionProof);
  readonly #store = inject(SessionStore);
  readonly #credentials = inject(FreshCredentials);
  readonly #question = inject(SessionQuestion);
  readonly #xsrf = injectXsrfRenewal();

  /** Sends a request as the session of this moment has it prove itself; bare without a session. */
  send(
    request: HttpRequest<unknown>,
    route: Route,
    before: Before = {},
  ): Observable<HttpEvent<unknown>> {
    const { next, target } = route;
    const token = this.#store.tokens()?.access.value;
    if (!this.#config.usesCookie && token === undefined) return next(request);
    const lease = this.#store.lease();
    const fetched = before.isRenewed ? null : this.#xsrf?.ahead(request, lease);
    if (fetched) {
      return fetched.pipe(
        concatMap((isRenewed) =>
          this.#store.judge(lease) === 'stale'
            ? next(request)
            : this.send(request, route, { isRenewed }),
        ),
      );
    }
    const witness = new Witness(request.url);
    const context = new OwnContext(request.context).setOwn(WITNESS, witness);
    const proven = this.#proof.attach(request.clone({ context }), token, target);
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
    const isXsrfRefusal =
      this.#xsrf?.isRefusal(answer) && this.#isFromAllowed(answer, route.target);
    if (isXsrfRefusal && !isRenewed) {
      if (isRepeated || !isRepeatable(request)) return fail();
      return this.#xsrf!.renewed(request).pipe(
        concatMap((renewed) =>
          renewed && this.#store.judge(lease) !== 'stale'
            ? this.send(renewed, route, { isRenewed: true, isResent: true })
            : fail(),
        ),
      );
    }
    // A new value was refused as well, so it is the session that is over.
    if (!isXsrfRefusal && !this.#isRefusal(answer, route.target)) return fail();
    const send = () => this.send(request, route, { isRenewed, isRepeated: true });
    return this.#credentials.recover<HttpEvent<unknown>>({
      error,
      lease,
      again: isRepeated ? null : isResent || !isRepeatable(request) ? fail : send,
      known: () => this.#question.ask(),
    });
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
}
