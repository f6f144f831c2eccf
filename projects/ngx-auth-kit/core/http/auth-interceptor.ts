import { HttpInterceptorFn } from '@angular/common/http';
import { EnvironmentInjector, inject } from '@angular/core';
import { TokenAttachment } from './token-attachment';

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
  inject(TokenAttachment).handle(request, next, inject(EnvironmentInjector));
