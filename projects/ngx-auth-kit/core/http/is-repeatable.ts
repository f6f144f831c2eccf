import { HttpRequest } from '@angular/common/http';

/** Whether a request can be sent twice: a stream can be read once. */
export function isRepeatable({ body }: HttpRequest<unknown>): boolean {
  return typeof ReadableStream === 'undefined' || !(body instanceof ReadableStream);
}
