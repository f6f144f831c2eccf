import { DOCUMENT } from '@angular/common';
import {
  HttpContext,
  HttpContextToken,
  HttpEvent,
  HttpHandlerFn,
  HttpRequest,
} from '@angular/common/http';
import { DestroyRef, EnvironmentInjector, inject, Injectable } from '@angular/core';
import { Observable } from 'rxjs';
import { AuthXsrf } from '../backends/auth-backend';
import { AUTH_CONFIG } from '../config/resolved-config';
import { AuthUrls, Destination } from './auth-urls';
import { OwnContext } from './own-context';
import { readCookie } from './read-cookie';
import { ValuesUnderWay } from './values-under-way';
import { Watch, watchBackends } from './watch-backends';
import { withoutPrefix } from './without-prefix';
import { sendWitnessed } from './witness';

/** Angular's own names, which Laravel shares. */
const USUAL_XSRF: AuthXsrf = { cookie: 'XSRF-TOKEN', header: 'X-XSRF-TOKEN' };

/** Tells what this library adds to a request from what the app or Angular has set. */
interface Proof {
  /** The header value that was there before. */
  readonly own: string | null;
  /** The header value that was added. Undefined: no proof was added, and nothing may be removed. */
  readonly added?: string | null;
  /** Whether the credentials were added. */
  readonly lent?: boolean;
  /** Where the request was going when it got its proof. */
  readonly target?: Destination;
}

/**
 * Adds the proof of the session to requests: the token, or the cookie with its XSRF header. Removes
 * it again if a request is about to leave for a URL that is not allowed. Later interceptors may move
 * a request, and no interceptor is sure to be the last, so the backend is where this happens.
 */
@Injectable({ providedIn: 'root' })
export class SessionProof {
  readonly #config = inject(AUTH_CONFIG);
  readonly #document = inject(DOCUMENT);
  readonly #urls = inject(AuthUrls);
  readonly #xsrf = this.#config.backend.xsrf ?? USUAL_XSRF;
  readonly #values = new ValuesUnderWay();
  readonly #watched = new WeakSet<object>();
  readonly #destroyRef = inject(DestroyRef);
  readonly #watch: Watch = (leaving, leave) =>
    sendWitnessed(this.#asAllowed(withoutPrefix(leaving)), leave);
  /** The mark of this session. Null if the request has none, or has lost its context. */
  readonly #mark = new HttpContextToken<Proof | null>(() => null);

  readonly #usesCookie = this.#config.usesCookie;
  /** The header that this writes to. */
  readonly #headerName = this.#usesCookie ? this.#xsrf.header : this.#config.headerName;

  /**
   * Proves the session by the token, `Bearer <token>` (RFC 6750 §2.1) or as configured. Or lets the
   * browser send the cookie; requests that change something then repeat the XSRF cookie in a header,
   * which another site cannot read ("double submit", OWASP).
   * @param target Where the request goes, where that is known.
   */
  attach<T>(
    request: HttpRequest<T>,
    token: string | undefined,
    target?: Destination,
    xsrfCookie = this.#xsrf.cookie,
  ): HttpRequest<T> {
    const own = this.valueOn(request);
    const added = this.#usesCookie
      ? this.#xsrfValue(request, xsrfCookie)
      : `${this.#config.headerPrefix} ${token}`.trimStart();
    const lent = this.#usesCookie && !request.withCredentials;
    return request.clone({
      withCredentials: lent || request.withCredentials,
      setHeaders: added === null ? {} : { [this.#headerName]: added },
      context: this.#marked(request, { own, added, lent, target }),
    });
  }

  /** Lets a request keep the header that the app or Angular has set, wherever it goes. */
  keepOwn<T>(request: HttpRequest<T>): HttpRequest<T> {
    const own = this.valueOn(request);
    return own === null ? request : request.clone({ context: this.#marked(request, { own }) });
  }

  /** Whether the proof was added to this request. */
  isOn({ context }: HttpRequest<unknown>): boolean {
    return context.get(this.#mark)?.added !== undefined;
  }

  /** The value in the header that this writes to. */
  valueOn(request: HttpRequest<unknown>): string | null {
    return request.headers.get(this.#headerName);
  }

  /**
   * Sends a request, and guards what was added to it until it has left.
   * @param injector Where the request comes from.
   */
  send(
    request: HttpRequest<unknown>,
    next: HttpHandlerFn,
    injector: EnvironmentInjector,
  ): Observable<HttpEvent<unknown>> {
    watchBackends(injector, this.#watched, this.#watch, this.#destroyRef);
    const added = request.context.get(this.#mark)?.added;
    return added ? this.#values.during(added, () => next(request)) : next(request);
  }

  /** The request as it may leave: without the proof if its URL is not allowed. */
  #asAllowed<T>(request: HttpRequest<T>): HttpRequest<T> {
    const { context, headers, withCredentials, urlWithParams } = request;
    const proof = context.get(this.#mark);
    const value = this.valueOn(request);
    const isOurs = value !== proof?.own && (value === proof?.added || this.#values.has(value));
    const isLent = proof ? proof.lent : isOurs && this.#usesCookie;
    if (!(isOurs || isLent) || this.#urls.locate(urlWithParams, proof?.target).isAllowed) {
      return request;
    }
    return request.clone({
      withCredentials: withCredentials && !isLent,
      headers: isOurs ? headers.delete(this.#headerName) : headers,
    });
  }

  #marked({ context }: HttpRequest<unknown>, proof: Proof): HttpContext {
    return new OwnContext(context).setOwn(this.#mark, proof);
  }

  #xsrfValue(request: HttpRequest<unknown>, cookie: string): string | null {
    const isSafe = /^(GET|HEAD|OPTIONS)$/.test(request.method);
    if (isSafe || this.valueOn(request) !== null) return null;
    return readCookie(this.#document, cookie);
  }
}
