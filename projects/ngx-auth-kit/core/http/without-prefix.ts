import { HttpRequest } from '@angular/common/http';
import { parseUrl } from '../config/parse-url';
import { AUTH_ENDPOINT } from './auth-endpoint-of';
import { WITNESS } from './witness';

/**
 * Takes the API's origin away that an interceptor of the app has put before the URL of an auth call,
 * which has it already. Other ways to lead a call elsewhere, such as a proxy, are meant.
 */
export function withoutPrefix<T>(request: HttpRequest<T>): HttpRequest<T> {
  if (!request.context.get(AUTH_ENDPOINT)) return request;
  const { url } = request.context.get(WITNESS) ?? request;
  const origin = parseUrl(url)?.origin;
  const isPrefixed = origin && request.url !== url && request.url.startsWith(origin);
  return isPrefixed && request.url.endsWith(url) ? request.clone({ url }) : request;
}
