import { HttpErrorResponse, HttpResponse } from '@angular/common/http';
import { HttpAnswer } from './witness';

/**
 * What an outcome is judged on: what the backend answered, and not what the app's interceptors made
 * of it. They may rewrite the body, find a refusal in a 2xx, or answer where no answer came, as long as
 * they say so in HTTP.
 * @param made What came out of the interceptors: a response, an error, a time-out.
 * @param answered Null if the backend has not answered, or was not asked.
 */
export function judgedAnswer(made: unknown, answered: HttpAnswer | null): unknown {
  if (!answered) return made;
  const isHttp = made instanceof HttpResponse || made instanceof HttpErrorResponse;
  const isSame = isHttp && made.status === answered.status;
  const isMeant = isHttp && (answered.ok ? made.status >= 400 : !answered.status);
  return isSame || isMeant ? made : answered;
}
