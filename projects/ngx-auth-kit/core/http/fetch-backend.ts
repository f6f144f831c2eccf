import { HttpHandlerFn, HttpRequest, HttpResponse } from '@angular/common/http';
import { inject } from '@angular/core';
import { Observable } from 'rxjs';
import { AUTH_CONFIG } from '../config/resolved-config';
import { DevMessages, injectDevMessages } from '../errors/dev-messages';
import { FetchFailure } from './fetch-failure';
import { SessionProof } from './session-proof';

/** Sends a `Request` with the headers and credentials that the interceptor has given its description. */
export type FetchBackend = (request: Request, isRepeatable: boolean) => HttpHandlerFn;

/** In place of Angular's backend, at the end of the interceptor. */
export function injectFetchBackend(): FetchBackend {
  const { usesCookie, headerName } = inject(AUTH_CONFIG);
  const proof = inject(SessionProof);
  const messages = injectDevMessages();
  // Browsers remove this header, and no other, if a redirect leads to another origin (Fetch §4.4).
  const isSafe = usesCookie || /^authorization$/i.test(headerName);

  const send = async (request: Request, proven: HttpRequest<unknown>, signal: AbortSignal) => {
    const { referrer, referrerPolicy } = request;
    const mayFollow = isSafe || !proof.isOn(proven);
    const headers = new Headers();
    proven.headers.keys().forEach((name) => {
      headers.set(name, proven.headers.getAll(name)!.join(', '));
    });
    const answer = fetch(request, {
      headers,
      credentials: proven.withCredentials ? 'include' : request.credentials,
      redirect: mayFollow ? request.redirect : 'error',
      // Any option resets these two.
      referrer,
      referrerPolicy,
      signal,
    });
    if ((typeof ngDevMode === 'undefined' || ngDevMode) && !mayFollow) {
      answer.catch(() => signal.aborted || explainRedirect(messages, headerName));
    }
    const response = await answer;
    if (response.ok) return new HttpResponse({ body: response });
    // The caller reads the body as well.
    const text = await response
      .clone()
      .text()
      .catch(() => '');
    throw new FetchFailure(response, text);
  };

  return (request, isRepeatable) => (proven) =>
    new Observable((subscriber) => {
      const leaving = new AbortController();
      // Aborting stops the body as well, so this outlives the Observable.
      request.signal.addEventListener('abort', () => leaving.abort(request.signal.reason));
      let isAnswered = false;
      subscriber.add(() => isAnswered || leaving.abort());
      const answer = send(isRepeatable ? request.clone() : request, proven, leaving.signal);
      answer.then(
        (response) => {
          isAnswered = true;
          subscriber.next(response);
          subscriber.complete();
        },
        (error: unknown) => {
          isAnswered = true;
          subscriber.error(error);
        },
      );
    });
}

function explainRedirect(messages: DevMessages, headerName: string): void {
  messages.warnOnce(
    'redirect of a fetch',
    `a request of injectAuthFetch() failed. If the server redirects it: redirects are not followed, ` +
      `because browsers would carry the token in "${headerName}" to other origins. Use the final URL.`,
  );
}
