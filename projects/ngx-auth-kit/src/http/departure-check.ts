import { HttpBackend, HttpContext, HttpRequest } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { AuthUrls } from './auth-urls';
import { SessionProof } from './session-proof';

/** A header value that was attached this many values ago is no longer under way. */
const REMEMBERED = 8;

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
  private readonly callersOwn = new WeakSet<HttpContext>();
  /** Requests to which a cookie was attached. */
  private readonly credentialed = new WeakSet<HttpContext>();
  private headerValues: string[] = [];

  /** Looks at every request that this backend sends from now on. */
  watch(backend: HttpBackend): void {
    if (this.watched.has(backend)) return;
    this.watched.add(backend);
    const send = backend.handle.bind(backend);
    backend.handle = (request) => send(this.inspect(request));
  }

  /** Notes a request to which the session's proof was attached. */
  noteAttached(request: HttpRequest<unknown>): void {
    if (this.proof.isCookie) this.credentialed.add(request.context);
    const value = this.proof.valueOn(request);
    if (value === null || this.headerValues.includes(value)) return;
    this.headerValues = [value, ...this.headerValues].slice(0, REMEMBERED);
  }

  /** Notes a request whose header is its caller's own; ours passes here too when both interceptor forms are installed. */
  noteCallersOwn(request: HttpRequest<unknown>): void {
    if (!this.carriesOurs(request)) this.callersOwn.add(request.context);
  }

  private inspect(request: HttpRequest<unknown>): HttpRequest<unknown> {
    const misplaced =
      (this.carriesOurs(request) || this.credentialed.has(request.context)) &&
      !this.callersOwn.has(request.context) &&
      !this.urls.allows(request.urlWithParams);
    return misplaced ? this.proof.remove(request) : request;
  }

  private carriesOurs(request: HttpRequest<unknown>): boolean {
    return this.headerValues.includes(this.proof.valueOn(request) ?? '');
  }
}
