import { HttpErrorResponse } from '@angular/common/http';
import { from, map, Observable, of } from 'rxjs';

/**
 * The answer with a refusal's JSON parsed: HttpClient hands it over as text, `Blob` or `ArrayBuffer`
 * if the request asked for one of those. What is no JSON stays as it is.
 */
export function readableAnswer<T>(answer: T): Observable<T | HttpErrorResponse> {
  if (!(answer instanceof HttpErrorResponse)) return of(answer);
  const body: unknown = answer.error;
  if (typeof Blob !== 'undefined' && body instanceof Blob) {
    // A blob that cannot be read says as little as one that is no JSON.
    const text = body.text().catch(() => '');
    return from(text).pipe(map((json) => parsed(answer, json)));
  }
  const text = body instanceof ArrayBuffer ? new TextDecoder().decode(body) : body;
  return of(typeof text === 'string' ? parsed(answer, text) : answer);
}

function parsed(answer: HttpErrorResponse, text: string): HttpErrorResponse {
  const { headers, status } = answer;
  try {
    const error: unknown = JSON.parse(text);
    // A text that HttpClient has parsed already may look like a number.
    if (error === null || typeof error !== 'object') return answer;
    return new HttpErrorResponse({ error, headers, status, url: answer.url ?? '' });
  } catch {
    return answer;
  }
}
