import { DOCUMENT } from '@angular/common';
import { HttpClient, HttpErrorResponse, HttpRequest, HttpResponse } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import {
  catchError,
  concatMap,
  defaultIfEmpty,
  filter,
  finalize,
  map,
  Observable,
  of,
  share,
  take,
  tap,
} from 'rxjs';
import { AuthEndpointName } from '../backends/auth-backend';
import { endpointMethod } from '../backends/endpoint-defaults';
import { BROWSER_WINDOW } from '../config/browser-window';
import { AUTH_CONFIG } from '../config/resolved-config';
import { TIME } from '../config/time';
import { DevMessages, injectDevMessages } from '../errors/dev-messages';
import { Lease } from '../session/state/session-state';
import { answerWithin } from './answer-within';
import { AUTH_ENDPOINT } from './auth-endpoint-of';
import { AuthUrls } from './auth-urls';
import { EndpointRequests } from './endpoint-requests';
import { readCookie } from './read-cookie';
import { skipAuth } from './skip-auth';
import { XsrfCall } from './xsrf-call';

/** What a visitor may call who has no session, and whose cookie may be of an earlier one. */
const BEFORE_SESSION = /^(login|register|forgotPassword|resetPassword|verifyEmail)$/;

/**
 * Makes the backend set its XSRF cookie: if it is missing, and once more if its value was refused.
 * Reached through `backend.xsrf.renewal` only, so that other apps do not ship it.
 */
@Injectable({ providedIn: 'root' })
export class XsrfRenewal {
  readonly #config = inject(AUTH_CONFIG);
  /** There is one, or nobody asks for this service. */
  readonly #xsrf = this.#config.backend.xsrf!;
  readonly #document = inject(DOCUMENT);
  readonly #isBrowser = !!inject(BROWSER_WINDOW);
  readonly #http = inject(HttpClient);
  readonly #urls = inject(AuthUrls);
  readonly #requests = inject(EndpointRequests);
  readonly #time = inject(TIME);
  readonly #messages = injectDevMessages();
  #underWay: Observable<boolean> | null = null;
  /** The session that the value was fetched for ahead of a request of the app. */
  #fetchedFor: string | null | undefined;

  /**
   * Emits what the call came to, with a value that is there and that is not outdated.
   * @param sent Sends it, at each subscription.
   */
  during(call: XsrfCall, sent: Observable<unknown>): Observable<unknown> {
    const { name } = call;
    const renew = () => this.#renew(name).pipe(tap((isRenewed) => (call.isRenewed = isRenewed)));
    const isDue = this.#isDue(endpointMethod(name, this.#config.backend), name);
    const ready: Observable<unknown> = isDue ? renew() : of(null);
    return ready.pipe(
      concatMap(() => sent),
      concatMap((answer) =>
        isDue || !this.isRefusal(answer, name)
          ? of(answer)
          : renew().pipe(concatMap((isRenewed) => (isRenewed ? sent : of(answer)))),
      ),
    );
  }

  /** Whether the answer to a call refuses a value that was fetched for it: the session is over. */
  endsSession(answer: unknown, { name, isRenewed }: XsrfCall): boolean {
    const isFree = name === 'logout' || BEFORE_SESSION.test(name);
    return isRenewed && !isFree && this.isRefusal(answer, name);
  }

  /**
   * Fetches the value ahead of a request of the app that lacks it; null if it does not. Once for a
   * session: the page may not see the cookie at all. Emits whether the backend has answered.
   */
  ahead({ headers, method }: HttpRequest<unknown>, { id }: Lease): Observable<boolean> | null {
    if (this.#fetchedFor === id || headers.has(this.#xsrf.header) || !this.#isDue(method)) {
      return null;
    }
    this.#fetchedFor = id;
    return this.#renew();
  }

  /** Whether an answer refuses the value, so that a new one may help. */
  isRefusal(answer: unknown, name?: AuthEndpointName): boolean {
    if (!(answer instanceof HttpErrorResponse) || !this.#pathFor(name)) return false;
    // Nobody is forbidden to sign out.
    const usual = answer.status === 419 || (answer.status === 403 && name === 'logout');
    const isRefusal = this.#judgement(answer) ?? usual;
    if (typeof ngDevMode === 'undefined' || ngDevMode) {
      if (isRefusal && !this.#value()) explainMissing(this.#messages, this.#xsrf.cookie);
    }
    return isRefusal;
  }

  /** Emits the refused request as it is to be sent again; null if the backend gave no new value. */
  renewed<T>(request: HttpRequest<T>): Observable<HttpRequest<T> | null> {
    const { header } = this.#xsrf;
    const { headers } = request;
    const old = this.#value();
    // Angular has added a value of its own accord, which is out of date.
    const isOld = old !== null && headers.get(header) === old;
    const again = isOld ? request.clone({ headers: headers.delete(header) }) : request;
    return this.#renew().pipe(map((hasAnswered) => (hasAnswered ? again : null)));
  }

  /** Whether the value is to be fetched before a request. */
  #isDue(method: string, name?: AuthEndpointName): boolean {
    if (!this.#pathFor(name)) return false;
    if (name && BEFORE_SESSION.test(name)) return true;
    // The refresh has a value of its own, which comes with its token.
    const isOther = name === 'refresh' && this.#xsrf.refreshCookie !== undefined;
    const isSafe = /^(GET|HEAD|OPTIONS)$/.test(method);
    return this.#isBrowser && !isSafe && !isOther && !this.#value();
  }

  /** Fetches the value; however many need it, once. Emits whether the backend has answered so. */
  #renew(name?: AuthEndpointName): Observable<boolean> {
    return (this.#underWay ??= this.#http.request(this.#fetch(name)).pipe(
      filter((event) => event instanceof HttpResponse),
      take(1),
      map(() => true),
      answerWithin(this.#config.requestTimeout, this.#time),
      // The call itself tells what is wrong.
      catchError(() => of(false)),
      defaultIfEmpty(false),
      finalize(() => (this.#underWay = null)),
      share(),
    ));
  }

  /** The request that makes the backend set the cookie. It counts as a part of the call. */
  #fetch(name?: AuthEndpointName): HttpRequest<unknown> {
    const part = name ?? 'status';
    return new HttpRequest<unknown>('GET', this.#urls.urlOf(this.#pathFor(name)!), {
      context: skipAuth().set(AUTH_ENDPOINT, part),
      headers: this.#requests.headersOf(part, null),
      responseType: 'text',
      withCredentials: true,
      cache: 'no-store',
    });
  }

  /** The value that the next request is sent with. */
  #value(): string | null {
    return readCookie(this.#document, this.#xsrf.cookie);
  }

  #judgement(answer: HttpErrorResponse): boolean | undefined {
    try {
      return this.#xsrf.refused?.(answer);
    } catch {
      // A rule that fails on an odd body says nothing about it.
      return undefined;
    }
  }

  /** Without a path of its own, any GET may set the cookie. */
  #pathFor(name?: AuthEndpointName): string | undefined {
    const { backend } = this.#config;
    const isInSession = name === 'logout' || name === 'changePassword';
    const asksStatus = isInSession && endpointMethod('status', backend) === 'GET';
    return this.#xsrf.path ?? (asksStatus ? backend.endpoints.status?.path : undefined);
  }
}

function explainMissing(messages: DevMessages, cookie: string): void {
  messages.warnOnce(
    'no XSRF cookie',
    `the backend refused a request without an XSRF header: this page sees no cookie "${cookie}". The ` +
      'backend must set it for the domain of the page, not HttpOnly, and backend.xsrf must name it.',
  );
}
