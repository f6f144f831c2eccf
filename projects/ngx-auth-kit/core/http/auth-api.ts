import { HttpClient, HttpHandlerFn, HttpRequest, HttpResponse } from '@angular/common/http';
import { DestroyRef, EnvironmentInjector, inject, Injectable } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import {
  catchError,
  concatMap,
  defer,
  filter,
  map,
  Observable,
  of,
  take,
  throwIfEmpty,
} from 'rxjs';
import { AuthEndpointName } from '../backends/auth-backend';
import { AUTH_CONFIG } from '../config/resolved-config';
import { TIME } from '../config/time';
import { injectDevMessages } from '../errors/dev-messages';
import type { AuthLoginOptions } from '../session/auth-service';
import { SessionTokens } from '../session/state/session-tokens';
import { AnswerCheck, AnswerJudge } from './answer-judge';
import { answerWithin } from './answer-within';
import { EndpointRequests } from './endpoint-requests';
import { explainCall } from './explain-call';
import { injectXsrfRenewal } from './inject-xsrf-renewal';
import { noticeMissingInterceptor } from './interceptor-probe';
import { judgedAnswer } from './judged-answer';
import { readableAnswer } from './readable-answer';
import { SessionProof } from './session-proof';
import { Witness, WITNESS } from './witness';
import { XsrfCall } from './xsrf-call';

/** A call in progress. */
interface Call extends XsrfCall {
  /** The witness of the last request. Null before there is one. */
  witness: Witness | null;
}

/** Calls the auth endpoints. Every failure is an {@link AuthError}. */
@Injectable({ providedIn: 'root' })
export class AuthApi {
  readonly #config = inject(AUTH_CONFIG);
  readonly #http = inject(HttpClient);
  readonly #requests = inject(EndpointRequests);
  readonly #xsrf = injectXsrfRenewal();
  readonly #judge = inject(AnswerJudge);
  readonly #proof = inject(SessionProof);
  readonly #messages = injectDevMessages();
  readonly #time = inject(TIME);
  readonly #destroyRef = inject(DestroyRef);
  readonly #injector = inject(EnvironmentInjector);

  /**
   * The app's own interceptors see the call, and judge nothing: what counts is what the backend said.
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
    return defer(() => {
      const call: Call = { name, witness: null, isRenewed: false };
      const sent = defer(() =>
        this.#send(call, this.#requests.create(name, input, tokens, options)),
      );
      return (this.#xsrf?.during(call, sent) ?? sent).pipe(
        answerWithin(this.#config.requestTimeout, this.#time),
        // An interceptor may keep for itself what the backend has answered.
        catchError((error: unknown) => this.#outcome(call, error)),
        // An app that is gone waits for nothing.
        takeUntilDestroyed(this.#destroyRef),
        map((answer) => {
          const failure = this.#judge.failureOf(answer, call, check);
          if (failure) throw failure;
          return answer as HttpResponse<unknown>;
        }),
      );
    });
  }

  /** Sends a request. Emits an answer or an error, and never fails. */
  #send(call: Call, request: HttpRequest<unknown>): Observable<unknown> {
    const witness = (call.witness = new Witness(request.url));
    request.context.set(WITNESS, witness);
    const next: HttpHandlerFn = (sent) => this.#http.request<unknown>(sent);
    const events = this.#proof.send(request, next, this.#injector);
    const answer = events.pipe(
      filter((event) => event instanceof HttpResponse),
      // An interceptor may keep the stream open; the answer is all that is waited for.
      take(1),
      // Or it may swallow the answer, and the call would never settle.
      throwIfEmpty(),
    );
    const noticed =
      typeof ngDevMode === 'undefined' || ngDevMode
        ? noticeMissingInterceptor(answer, request, witness, this.#proof, this.#messages)
        : answer;
    return noticed.pipe(
      catchError((error: unknown) => of(error)),
      concatMap((made) => this.#outcome(call, made)),
    );
  }

  #outcome({ name, witness }: Call, made: unknown): Observable<unknown> {
    if (typeof ngDevMode === 'undefined' || ngDevMode) {
      explainCall(this.#messages, name, made, witness);
    }
    return readableAnswer(judgedAnswer(made, witness?.answer ?? null));
  }
}
