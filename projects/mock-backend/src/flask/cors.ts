import type { MiddlewareHandler } from 'hono';

import type { MockOptions } from '../mock-options.ts';
import { HttpError } from './http-error.ts';

export interface CorsPolicy {
  readonly origin: 'echo' | 'wildcard' | 'none';
  /** Whether a crash is answered with CORS headers. Flask in debug mode leaves them out. */
  readonly onCrash: boolean;
}

const echoMethods = 'DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT';
const wildcardMethods = 'DELETE, GET, POST, PUT';

/** The CORS headers of a dialect, or what the `cors` option makes of them. */
export function cors(policy: CorsPolicy, options: MockOptions): MiddlewareHandler {
  return async (c, next) => {
    await next();
    const any = options.cors === 'any';
    if (!any && (!options.cors || policy.origin === 'none')) return;
    const crashed = c.error !== undefined && !(c.error instanceof HttpError);
    if (crashed && !any && !policy.onCrash) return;

    const origin = c.req.header('origin');
    const wildcard = policy.origin === 'wildcard' && !any;
    c.header('access-control-allow-origin', wildcard ? '*' : (origin ?? '*'));
    if (!wildcard && origin) c.header('vary', 'Origin', { append: true });
    if (any && origin) c.header('access-control-allow-credentials', 'true');
    if (c.res.headers.has('retry-after')) c.header('access-control-expose-headers', 'Retry-After');
    if (c.req.method !== 'OPTIONS') return;

    // Flask-CORS tells a preflight from a plain OPTIONS; the hand-written wildcard does not.
    if (wildcard) c.header('access-control-allow-methods', wildcardMethods);
    else if (c.req.header('access-control-request-method')) {
      c.header('access-control-allow-methods', echoMethods);
    }
    const headers = c.req.header('access-control-request-headers');
    if (headers) c.header('access-control-allow-headers', headers);
  };
}
