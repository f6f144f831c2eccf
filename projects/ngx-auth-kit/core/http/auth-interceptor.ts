import { HttpInterceptorFn } from '@angular/common/http';
import { EnvironmentInjector, inject } from '@angular/core';
import { handleRequest } from './handle-request';

/**
 * Sends the access token with requests to `allowedUrls` and to the auth endpoints. If one of these
 * requests is refused with a 401, the session is refreshed or ends. Requests with their own
 * `Authorization` header, or with `skipAuth()`, are not changed.
 *
 * ```ts
 * provideHttpClient(withInterceptors([authInterceptor]))
 * ```
 */
export const authInterceptor: HttpInterceptorFn = (request, next) =>
  handleRequest(request, next, inject(EnvironmentInjector));
