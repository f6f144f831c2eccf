import { HttpBackend, HttpContext, HttpRequest } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { AuthUrls } from './auth-urls';
import { Authorization } from './authorization';

/** Header values that were attached this many sign-ins or refreshes ago are no longer under way. */
const REMEMBERED = 8;

/**
 * The last look at a request before it leaves. Interceptors that run after ours may move it to
 * another origin, and no interceptor can be sure to be the last, so the look is at the backend: it
 * takes the token that we attached off a request that ended up where the token may not go.
 */
@Injectable({ providedIn: 'root' })
export class DepartureCheck {
  private readonly urls = inject(AuthUrls);
  private readonly authorization = inject(Authorization);
  private readonly watched = new WeakSet<HttpBackend>();
  private readonly callersOwn = new WeakSet<HttpContext>();
  private attached: string[] = [];

  /** Looks at every request that this backend sends from now on. */
  watch(backend: HttpBackend): void {
    if (this.watched.has(backend)) return;
    this.watched.add(backend);
    const send = backend.handle.bind(backend);
    backend.handle = (request) => send(this.inspect(request));
  }

  /** Notes a token that was attached to a request. */
  noteAttached(token: string): void {
    const value = this.authorization.headerValue(token);
    if (!this.attached.includes(value))
      this.attached = [value, ...this.attached].slice(0, REMEMBERED);
  }

  /** Notes a request whose header is its caller's own; ours passes here too when both interceptor forms are installed. */
  noteCallersOwn(request: HttpRequest<unknown>): void {
    if (!this.isOurs(request)) this.callersOwn.add(request.context);
  }

  private inspect(request: HttpRequest<unknown>): HttpRequest<unknown> {
    const misplaced =
      this.isOurs(request) &&
      !this.callersOwn.has(request.context) &&
      !this.urls.allows(request.urlWithParams);
    return misplaced ? this.authorization.remove(request) : request;
  }

  private isOurs(request: HttpRequest<unknown>): boolean {
    return this.attached.includes(this.authorization.valueOn(request) ?? '');
  }
}
