import { HttpErrorResponse, HttpRequest } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { concatMap, map, Observable, of, tap } from 'rxjs';
import { AuthEndpointName } from '../backends/auth-backend';
import { endpointMethod } from '../backends/endpoint-defaults';
import { BROWSER_WINDOW } from '../config/browser-window';
import { AUTH_CONFIG } from '../config/resolved-config';
import { DevMessages, injectDevMessages } from '../errors/dev-messages';
import { Lease } from '../session/state/session-state';
import { XsrfCall } from './xsrf-call';
import { XsrfFetch } from './xsrf-fetch';

/** What a visitor may call who has no session, and whose cookie may be of an earlier one. */
const BEFORE_SESSION = /^(login|register|forgotPassword|resetPassword|verifyEmail)$/;

/**
 * Has the XSRF cookie fetched if it is missing, and once more if its value was refused.
 * Reached through `backend.xsrf.renewal` only, so that other apps do not ship it.
 */
@Injectable({ providedIn: 'root' })
export class XsrfRenewal {
  readonly #config = inject(AUTH_CONFIG);
  /** There is one, or nobody asks for this service. */
  readonly #xsrf = this.#config.backend.xsrf!;
  readonly #fetch = inject(XsrfFetch);
  readonly #isBrowser = !!inject(BROWSER_WINDOW);
  readonly #messages = injectDevMessages();
  /** The session that the value was fetched for ahead of a request of the app. */
  #fetchedFor: string | null | undefined;

  /**
   * Emits what the call came to, with a value that is there and that is not outdated.
   * @param sent Sends it, at each subscription.
   */
  during(call: XsrfCall, sent: Observable<unknown>): Observable<unknown> {
    const { name } = call;
    const renew = () =>
      this.#fetch.run(name).pipe(tap((isRenewed) => (call.isRenewed = isRenewed)));
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
    return this.#fetch.run();
  }

  /** Whether an answer refuses the value, so that a new one may help. */
  isRefusal(answer: unknown, name?: AuthEndpointName): boolean {
    if (!(answer instanceof HttpErrorResponse) || !this.#fetch.pathFor(name)) return false;
    // Nobody is forbidden to sign out.
    const usual = answer.status === 419 || (answer.status === 403 && name === 'logout');
    const isRefusal = this.#judgement(answer) ?? usual;
    if (typeof ngDevMode === 'undefined' || ngDevMode) {
      if (isRefusal && !this.#fetch.value()) explainMissing(this.#messages, this.#xsrf.cookie);
    }
    return isRefusal;
  }

  /** Emits the refused request as it is to be sent again; null if the backend gave no new value. */
  renewed<T>(request: HttpRequest<T>): Observable<HttpRequest<T> | null> {
    const { header } = this.#xsrf;
    const { headers } = request;
    const old = this.#fetch.value();
    // Angular has added a value of its own accord, which is out of date.
    const isOld = old !== null && headers.get(header) === old;
    const again = isOld ? request.clone({ headers: headers.delete(header) }) : request;
    return this.#fetch.run().pipe(map((hasAnswered) => (hasAnswered ? again : null)));
  }

  /** Whether the value is to be fetched before a request. */
  #isDue(method: string, name?: AuthEndpointName): boolean {
    if (!this.#fetch.pathFor(name)) return false;
    if (name && BEFORE_SESSION.test(name)) return true;
    // The refresh has a value of its own, which comes with its token.
    const isOther = name === 'refresh' && this.#xsrf.refreshCookie !== undefined;
    const isSafe = /^(GET|HEAD|OPTIONS)$/.test(method);
    return this.#isBrowser && !isSafe && !isOther && !this.#fetch.value();
  }

  #judgement(answer: HttpErrorResponse): boolean | undefined {
    try {
      return this.#xsrf.refused?.(answer);
    } catch {
      // A rule that fails on an odd body says nothing about it.
      return undefined;
    }
  }
}

function explainMissing(messages: DevMessages, cookie: string): void {
  messages.warnOnce(
    'no XSRF cookie',
    `the backend refused a request without an XSRF header: this page sees no cookie "${cookie}". The ` +
      'backend must set it for the domain of the page, not HttpOnly, and backend.xsrf must name it.',
  );
}
