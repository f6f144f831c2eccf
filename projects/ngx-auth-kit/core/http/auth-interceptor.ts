import { HttpInterceptorFn } from '@angular/common/http';
import { EnvironmentInjector, inject } from '@angular/core';
import { handleRequest } from './handle-request';

/**
 * Sends the access token with requests to `allowedUrls` and the auth endpoints, and ends the
 * session when one of them refuses it. A request with an `Authorization` header of its own, or with
 * `skipAuth()`, passes untouched.
 *
 * ```ts
 * provideHttpClient(withInterceptors([authInterceptor]))
 * ```
 */
export const authInterceptor: HttpInterceptorFn = (request, next) =>
  handleRequest(request, next, inject(EnvironmentInjector));
