import {
  HttpContext,
  HttpErrorResponse,
  HttpHeaders,
  HttpRequest,
  HttpResponse,
} from '@angular/common/http';
import { EnvironmentInjector, inject } from '@angular/core';
import { map, Observable } from 'rxjs';
import { AUTH_CONFIG } from '../config/resolved-config';
import { AuthUrls } from './auth-urls';
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
 * The promise works like that of `fetch`: any answer of the server fulfils it, also a 401. With a
 * cookie session, it rejects with `AuthError` `session_expired` if the user signs out before the
 * answer. The app's interceptors do not see these requests.
 */
export function injectAuthFetch(): typeof fetch {
  const { usesCookie } = inject(AUTH_CONFIG);
  const attachment = inject(TokenAttachment);
  const urls = inject(AuthUrls);
  const injector = inject(EnvironmentInjector);
  const backend = injectFetchBackend();

  return async (input, init) => {
    const target = input instanceof Request ? input : urls.resolve(String(input));
    const request = new Request(target ?? input, init);
    const isLeftAlone = usesCookie && request.credentials === 'omit';
    // The body is sent from the Request; this one only tells whether it can be sent twice.
    const body = init?.body ?? null;
    const described = new HttpRequest<unknown>(request.method, request.url, body, {
      context: isLeftAlone ? skipAuth() : new HttpContext(),
      headers: new HttpHeaders(request.headers),
      withCredentials: request.credentials === 'include',
    });
    const send = backend(request, isRepeatable(described));
    return responseOf(attachment.handle(described, send, injector), request.signal);
  };
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
