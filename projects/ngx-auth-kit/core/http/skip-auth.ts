import { HttpContext, HttpContextToken } from '@angular/common/http';

/** Set on requests that this library ignores. */
export const SKIP_AUTH = new HttpContextToken<boolean>(() => false);

/**
 * Marks a request that the library ignores: no token is sent, and a 401 does not end the session.
 *
 * ```ts
 * http.get('/api/public/news', { context: skipAuth() });
 * ```
 * @param context A context to add the mark to. Default: a new one.
 */
export function skipAuth(context: HttpContext = new HttpContext()): HttpContext {
  return context.set(SKIP_AUTH, true);
}
