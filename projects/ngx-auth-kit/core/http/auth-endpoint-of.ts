import { HttpContextToken, HttpRequest } from '@angular/common/http';
import { AuthEndpointName } from '../backends/auth-backend';

/** Set on the calls that this library makes to the auth endpoints. */
export const AUTH_ENDPOINT = new HttpContextToken<AuthEndpointName | null>(() => null);

/**
 * Returns the auth endpoint that the library calls with this request, or `null` for a request of
 * the app, even if it goes to the URL of an endpoint. Use it in your own interceptors. The request
 * that fetches an XSRF value counts as a part of the call that needs it, or as `status`.
 *
 * ```ts
 * const logRequests: HttpInterceptorFn = (request, next) => {
 *   if (authEndpointOf(request) === null) log(request.url);
 *   return next(request);
 * };
 * ```
 */
export function authEndpointOf(request: HttpRequest<unknown>): AuthEndpointName | null {
  return request.context.get(AUTH_ENDPOINT);
}
