import { HttpContextToken, HttpHandler, HttpRequest } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { AuthUrls } from '../../http/auth-urls';
import { OwnContext } from '../../http/own-context';
import { SKIP_AUTH } from '../../http/skip-auth';

/**
 * Keeps the requests of this session from the sessions above it. Their interceptors run after its own
 * with `withRequestsMadeViaParent()`, and in place of it where it is missing.
 */
@Injectable()
export class OwnRequests {
  readonly #urls = inject(AuthUrls);
  /** What the app has said of `skipAuth()`. Null: this session has not claimed the request. */
  readonly #said = new HttpContextToken<boolean | null>(() => null);

  /** Claims what is sent through the handler, before any interceptor sees it. */
  claimAll(handler: HttpHandler): void {
    const send = handler.handle.bind(handler);
    handler.handle = (request) => send(this.claimed(request));
  }

  /** The request as other sessions may see it: not theirs, if it goes where this session's do. */
  claimed<T>(request: HttpRequest<T>): HttpRequest<T> {
    return this.#urls.locate(request.urlWithParams).isAllowed
      ? this.#with(request, true, request.context.get(SKIP_AUTH))
      : request;
  }

  /** The request as the app has made it. */
  released<T>(request: HttpRequest<T>): HttpRequest<T> {
    const said = request.context.get(this.#said);
    return said === null ? request : this.#with(request, said, null);
  }

  #with<T>(request: HttpRequest<T>, skips: boolean, said: boolean | null): HttpRequest<T> {
    const context = new OwnContext(request.context);
    return request.clone({ context: context.setOwn(SKIP_AUTH, skips).setOwn(this.#said, said) });
  }
}
