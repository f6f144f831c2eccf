import { HttpContext, HttpContextToken } from '@angular/common/http';

/** Set on requests that this library leaves alone. */
export const SKIP_AUTH = new HttpContextToken<boolean>(() => false);

/**
 * Marks a request as none of this library's business: no token is sent with it, and its 401 says
 * nothing about the session.
 *
 * ```ts
 * http.get('/api/public/news', { context: skipAuth() });
 * ```
 * @param context A context to add the mark to. Default: a new one.
 */
export function skipAuth(context: HttpContext = new HttpContext()): HttpContext {
  return context.set(SKIP_AUTH, true);
}
