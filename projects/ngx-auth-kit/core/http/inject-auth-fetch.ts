import { DOCUMENT } from '@angular/common';
import {
  HttpContext,
  HttpErrorResponse,
  HttpHeaders,
  HttpRequest,
  HttpResponse,
} from '@angular/common/http';
import { EnvironmentInjector, inject, runInInjectionContext } from '@angular/core';
import { map, Observable } from 'rxjs';
import { parseUrl } from '../config/parse-url';
import { AUTH_CONFIG } from '../config/resolved-config';
import { RunTimeConfig } from '../config/run-time-config';
import { whenThere } from '../config/when-configured';
import { explainWait } from './explain-wait';
import { injectFetchBackend } from './fetch-backend';
import { FetchFailure } from './fetch-failure';
import { isRepeatable } from './is-repeatable';
import { skipAuth } from './skip-auth';
import { TokenAttachment } from './token-attachment';

/**
 * Returns a `fetch` with the rules of `authInterceptor`, for code that does not use HttpClient:
 * GraphQL and OpenAPI clients, streams. Call it in an injection context. You can call the function
 * that it returns anywhere.
 *
 * ```ts
 * const authFetch = injectAuthFetch();
 * const response = await authFetch('/api/profile', { method: 'POST', body: JSON.stringify(profile) });
 * ```
 * - Requests to URLs outside of `allowedUrls`, and requests with their own `Authorization` header,
 *   are sent unchanged. With a cookie session, so are requests with `credentials: 'omit'`.
 * - A refused request is sent once more, after a refresh. A `ReadableStream` in `init.body` can be
 *   read only once, so such a request is not sent again.
 * - If `headerName` is not `Authorization`, redirects are errors, because browsers would send that
 *   header to any origin.
 *
 * Requests wait for configuration and storage that are not there yet, like those of HttpClient.
 *
 * The promise works like that of `fetch`: any answer of the server fulfils it, also a 401. With a
 * cookie session, it rejects with `AuthError` `session_expired` if the user signs out before the
 * answer. The app's interceptors do not see these requests.
 */
export function injectAuthFetch(): typeof fetch {
  const injector = inject(EnvironmentInjector);
  const document = inject(DOCUMENT);
  const config = inject(RunTimeConfig, { optional: true });
  // Without a set-up, it fails here and not at the first call.
  if (!config) inject(AUTH_CONFIG);

  return async (input, init) => {
    const target = input instanceof Request ? input : parseUrl(String(input), document.baseURI);
    // Made at once: the caller may change what it has given while this waits.
    const request = new Request(target ?? input, init);
    const send = () =>
      runInInjectionContext(injector, () => events(request, init?.body ?? null, injector));
    if ((typeof ngDevMode === 'undefined' || ngDevMode) && config?.isThere === false)
      explainWait(request, config, injector);
    return responseOf(whenThere(config, send), request.signal);
  };
}

/** @param body It is sent from the request; this one only tells whether it can be sent twice. */
function events(
  request: Request,
  body: unknown,
  injector: EnvironmentInjector,
): Observable<unknown> {
  const isLeftAlone = inject(AUTH_CONFIG).usesCookie && request.credentials === 'omit';
  const described = new HttpRequest<unknown>(request.method, request.url, body, {
    context: isLeftAlone ? skipAuth() : new HttpContext(),
    headers: new HttpHeaders(request.headers),
    withCredentials: request.credentials === 'include',
  });
  const send = injectFetchBackend()(request, isRepeatable(described));
  return inject(TokenAttachment).handle(described, send, injector);
}

/** The response, whatever its status; rejects at once if the request is aborted. */
function responseOf(events: Observable<unknown>, signal: AbortSignal): Promise<Response> {
  signal.throwIfAborted();
  return new Promise((resolve, reject) => {
    const answer = events.pipe(map((event) => (event as HttpResponse<Response>).body!));
    const waiting = answer.subscribe({
      next: resolve,
      error: (error: unknown) => {
        if (error instanceof FetchFailure) resolve(error.response);
        else reject(error instanceof HttpErrorResponse ? error.error : error);
      },
    });
    signal.addEventListener('abort', () => {
      waiting.unsubscribe();
      reject(signal.reason);
    });
  });
}
