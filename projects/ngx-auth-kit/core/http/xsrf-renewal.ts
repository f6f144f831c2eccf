import { DOCUMENT } from '@angular/common';
import { HttpClient, HttpErrorResponse, HttpRequest, HttpResponse } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import {
  catchError,
  defaultIfEmpty,
  filter,
  finalize,
  map,
  Observable,
  of,
  share,
  take,
} from 'rxjs';
import { AuthEndpointName } from '../backends/auth-backend';
import { endpointMethod } from '../backends/endpoint-defaults';
import { BROWSER_WINDOW } from '../config/browser-window';
import { AUTH_CONFIG } from '../config/resolved-config';
import { TIME } from '../config/time';
import { DevMessages, injectDevMessages } from '../errors/dev-messages';
import { answerWithin } from './answer-within';
import { EndpointRequests } from './endpoint-requests';
import { readCookie } from './read-cookie';

/** Angular's own: production builds replace it by `false`. */
declare const ngDevMode: boolean | undefined;

/** What a visitor may call who has no session, and whose cookie may be of an earlier one. */
const BEFORE_SESSION = /^(login|register|forgotPassword|resetPassword|verifyEmail)$/;

/** Makes the backend set its XSRF cookie: if it is missing, and once more if its value was refused. */
@Injectable({ providedIn: 'root' })
export class XsrfRenewal {
  readonly #config = inject(AUTH_CONFIG);
  readonly #xsrf = this.#config.usesCookie ? this.#config.backend.xsrf : undefined;
  readonly #document = inject(DOCUMENT);
  readonly #isBrowser = !!inject(BROWSER_WINDOW);
  readonly #http = inject(HttpClient);
  readonly #requests = inject(EndpointRequests);
  readonly #time = inject(TIME);
  readonly #messages = injectDevMessages();
  #underWay: Observable<boolean> | null = null;

  /** Whether the value is to be fetched before a request. */
  isDue(method: string, name?: AuthEndpointName): boolean {
    if (!this.#pathFor(name)) return false;
    if (name && BEFORE_SESSION.test(name)) return true;
    // The refresh has a value of its own, which comes with its token.
    const isOther = name === 'refresh' && this.#xsrf!.refreshCookie !== undefined;
    const isSafe = /^(GET|HEAD|OPTIONS)$/.test(method);
    return this.#isBrowser && !isSafe && !isOther && !this.value();
  }

  /** Whether an answer refuses the value, so that a new one may help. */
  isRefusal(answer: unknown, name?: AuthEndpointName): boolean {
    if (!(answer instanceof HttpErrorResponse) || !this.#pathFor(name)) return false;
    // Nobody is forbidden to sign out.
    const usual = answer.status === 419 || (answer.status === 403 && name === 'logout');
    const isRefusal = this.#judgement(answer) ?? usual;
    if (typeof ngDevMode === 'undefined' || ngDevMode) {
      if (isRefusal && !this.value()) explainMissing(this.#messages, this.#xsrf!.cookie);
    }
    return isRefusal;
  }

  /** Whether a second refusal of the value means that the session is over. */
  endsSession(name: AuthEndpointName): boolean {
    return name !== 'logout' && !BEFORE_SESSION.test(name);
  }

  /** The request without a value that Angular has added, so that it is sent with the present one. */
  withoutOldValue<T>(request: HttpRequest<T>, old: string | null): HttpRequest<T> {
    const { header } = this.#xsrf!;
    return old !== null && request.headers.get(header) === old
      ? request.clone({ headers: request.headers.delete(header) })
      : request;
  }

  /** Fetches the value; however many need it, once. Emits whether the backend has answered so. */
  renew(name?: AuthEndpointName): Observable<boolean> {
    const path = this.#pathFor(name)!;
    return (this.#underWay ??= this.#http
      .request(this.#requests.createXsrfFetch(name ?? 'status', path))
      .pipe(
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

  /** The value that the next request is sent with. */
  value(): string | null {
    return readCookie(this.#document, this.#xsrf!.cookie);
  }

  #judgement(answer: HttpErrorResponse): boolean | undefined {
    try {
      return this.#xsrf!.refused?.(answer);
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
    return (
      this.#xsrf && (this.#xsrf.path ?? (asksStatus ? backend.endpoints.status?.path : undefined))
    );
  }
}

function explainMissing(messages: DevMessages, cookie: string): void {
  messages.warnOnce(
    'no XSRF cookie',
    `the backend refused a request without an XSRF header: this page sees no cookie "${cookie}". The ` +
      'backend must set it for the domain of the page, not HttpOnly, and backend.xsrf must name it.',
  );
}
