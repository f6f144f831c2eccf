import { HttpBackend, HttpContext, HttpContextToken, HttpRequest } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { AuthUrls } from './auth-urls';
import { SessionProof } from './session-proof';

/** A header value that was attached this many values ago is no longer under way. */
const REMEMBERED = 8;

/** Whose the proof on a request is; null for requests that carry none, or lost their context. */
export const PROOF_OWNER = new HttpContextToken<'library' | 'caller' | null>(() => null);

/**
 * The last look at a request before it leaves. Interceptors that run after ours may move it to
 * another origin, and no interceptor can be sure to be the last, so the look is at the backend: it
 * takes what we attached off a request that ended up where it may not go.
 */
@Injectable({ providedIn: 'root' })
export class DepartureCheck {
  private readonly urls = inject(AuthUrls);
  private readonly proof = inject(SessionProof);
  private readonly watched = new WeakSet<HttpBackend>();
  private headerValues: string[] = [];

  /** Looks at every request that this backend sends from now on. */
  watch(backend: HttpBackend): void {
    if (this.watched.has(backend)) return;
    this.watched.add(backend);
    const send = backend.handle.bind(backend);
    backend.handle = (request) => send(this.inspect(request));
  }

  /** Marks a request to which the session's proof was attached. */
  markAttached<T>(request: HttpRequest<T>): HttpRequest<T> {
    const value = this.proof.valueOn(request);
    if (value !== null && !this.headerValues.includes(value)) {
      this.headerValues = [value, ...this.headerValues].slice(0, REMEMBERED);
    }
    return markOwner(request, 'library');
  }

  private inspect(request: HttpRequest<unknown>): HttpRequest<unknown> {
    const owner = request.context.get(PROOF_OWNER);
    const carriesOurs = this.headerValues.includes(this.proof.valueOn(request) ?? '');
    const isOurs =
      owner === 'library' ? carriesOurs || this.proof.isCookie : owner === null && carriesOurs;
    return isOurs && !this.urls.allows(request.urlWithParams)
      ? this.proof.remove(request)
      : request;
  }
}

/** In a context of its own: callers may use one for many requests. */
export function markOwner<T>(request: HttpRequest<T>, owner: 'library' | 'caller'): HttpRequest<T> {
  const context = new HttpContext();
  for (const key of request.context.keys()) context.set(key, request.context.get(key));
  return request.clone({ context: context.set(PROOF_OWNER, owner) });
}
