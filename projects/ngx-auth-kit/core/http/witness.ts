import {
  HttpContextToken,
  HttpErrorResponse,
  HttpEvent,
  HttpHandlerFn,
  HttpRequest,
  HttpResponse,
} from '@angular/common/http';
import { Observable, tap } from 'rxjs';

/** An answer as HttpClient reports it. */
export type HttpAnswer = HttpResponse<unknown> | HttpErrorResponse;

/** What really happened to a request, whatever the app's interceptors make of it. */
export class Witness {
  /** Where the request went; null until it has left. */
  sentTo: string | null = null;
  /** What the backend answered last; null until it has answered. */
  answer: HttpAnswer | null = null;

  /** @param url Where the library sent the request, before any interceptor saw it. */
  constructor(readonly url: string) {}
}

/** The witness of a request. */
export const WITNESS = new HttpContextToken<Witness | null>(() => null);

/** Hands a request to the backend, in front of its witness. */
export function sendWitnessed(
  request: HttpRequest<unknown>,
  send: HttpHandlerFn,
): Observable<HttpEvent<unknown>> {
  const witness = request.context.get(WITNESS);
  if (!witness) return send(request);
  witness.sentTo = request.url;
  witness.answer = null;
  return send(request).pipe(
    tap({
      next: (event) => event instanceof HttpResponse && (witness.answer = event),
      error: (error) => error instanceof HttpErrorResponse && (witness.answer = error),
    }),
  );
}
