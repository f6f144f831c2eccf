import { DOCUMENT } from '@angular/common';
import { HttpBackend, HttpContext, HttpContextToken, HttpRequest } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { AuthXsrf } from '../backends/auth-backend';
import { AUTH_CONFIG } from '../config/resolved-config';
import { AuthUrls, Destination } from './auth-urls';

/** Angular's own names, which Laravel shares. */
const USUAL_XSRF: AuthXsrf = { cookie: 'XSRF-TOKEN', header: 'X-XSRF-TOKEN' };
/** A header value that was attached this many values ago is no longer under way. */
const REMEMBERED = 8;

/** What is known of the proof on a request. */
interface Proof {
  readonly owner: 'library' | 'caller';
  /** Where the request was to go when it got its proof. */
  readonly target?: Destination;
}

/** Null for requests that carry no proof, or lost their context. */
export const PROOF = new HttpContextToken<Proof | null>(() => null);

/**
 * Puts into a request what proves the session: the token, or the cookie with its XSRF header. And
 * takes it off again where a request ends up where it may not go: interceptors that run after ours
 * may move it to another origin, and none can be sure to be the last, so that look is at the backend.
 */
@Injectable({ providedIn: 'root' })
export class SessionProof {
  readonly #config = inject(AUTH_CONFIG);
  readonly #document = inject(DOCUMENT);
  readonly #urls = inject(AuthUrls);
  readonly #xsrf = this.#config.backend.xsrf ?? USUAL_XSRF;
  readonly #watched = new WeakSet<HttpBackend>();
  #headerValues: string[] = [];

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
    const { headerPrefix } = this.#config;
    const value = this.#usesCookie
      ? this.#xsrfValue(request, xsrfCookie)
      : `${headerPrefix} ${token}`.trimStart();
    if (value !== null && !this.#headerValues.includes(value)) {
      this.#headerValues = [value, ...this.#headerValues].slice(0, REMEMBERED);
    }
    return request.clone({
      withCredentials: this.#usesCookie || request.withCredentials,
      setHeaders: value === null ? {} : { [this.#headerName]: value },
      context: withProof(request.context, { owner: 'library', target }),
    });
  }

  /** The value in the header that this writes to. */
  valueOn(request: HttpRequest<unknown>): string | null {
    return request.headers.get(this.#headerName);
  }

  /** Looks at every request that this backend sends from now on. */
  watch(backend: HttpBackend): void {
    if (this.#watched.has(backend)) return;
    this.#watched.add(backend);
    const send = backend.handle.bind(backend);
    backend.handle = (request) =>
      send(this.#mustLoseProof(request) ? this.#remove(request) : request);
  }

  #mustLoseProof(request: HttpRequest<unknown>): boolean {
    const proof = request.context.get(PROOF);
    const carriesOurs = this.#headerValues.includes(this.valueOn(request) ?? '');
    const isOurs = carriesOurs || (this.#usesCookie && proof?.owner === 'library');
    return (
      proof?.owner !== 'caller' &&
      isOurs &&
      !this.#urls.locate(request.urlWithParams, request.method, proof?.target).isAllowed
    );
  }

  #remove<T>(request: HttpRequest<T>): HttpRequest<T> {
    return request.clone({
      withCredentials: !this.#usesCookie && request.withCredentials,
      headers: request.headers.delete(this.#headerName),
    });
  }

  #xsrfValue(request: HttpRequest<unknown>, cookie: string): string | null {
    const own = this.valueOn(request);
    if (own !== null || /^(GET|HEAD|OPTIONS)$/.test(request.method)) return own;
    const pairs = (this.#document.cookie ?? '').split(/; */);
    const found = pairs.find((pair) => pair.startsWith(`${cookie}=`));
    return found === undefined ? null : decoded(found.slice(cookie.length + 1));
  }
}

/** In a context of its own: callers may use one for many requests. */
export function withProof(context: HttpContext, proof: Proof): HttpContext {
  const own = new HttpContext();
  for (const key of context.keys()) own.set(key, context.get(key));
  return own.set(PROOF, proof);
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    // A stray % belongs to the value.
    return value;
  }
}
