import type { MiddlewareHandler } from 'hono';

import type { Endpoint } from '../dialects/dialect.ts';
import { HttpError } from '../flask/http-error.ts';
import type { MockState } from '../mock-state.ts';
import { cannedResponse } from './canned-answer.ts';
import { ConnectionDropped } from './connection-dropped.ts';
import { heldBack } from './held-back.ts';

/** Everything that can go wrong before a dialect's own code is reached. */
export function faults(endpoints: readonly Endpoint[], state: MockState): MiddlewareHandler {
  return async (c, next) => {
    const { options } = state;
    if (options.outage === 'network') throw new ConnectionDropped();
    // A preflight is no call: it neither counts nor fails.
    if (c.req.method === 'OPTIONS') return next();

    if (options.latency > 0) await heldBack(options.latency, c.req.raw.signal);
    if (options.outage === 'error') throw new Error('outage');

    const endpoint = endpoints.find(
      ({ method, path }) => method === c.req.method && path === c.req.path,
    )?.name;
    if (!endpoint) return next();

    const canned = state.cannedAnswers.take(endpoint);
    if (canned) return cannedResponse(canned);
    if (options.failing.includes(endpoint)) throw new Error(`${endpoint} is failing`);
    if (endpoint === 'login') {
      const wait = state.rateLimiter.secondsToWait(options.rateLimit, state.now());
      if (wait !== null) throw new HttpError(429, undefined, { 'retry-after': String(wait) });
    }
    await next();
    // The backend has acted, also for a caller who leaves before the answer.
    const late = options.lateAnswers[endpoint] ?? 0;
    if (late > 0) await heldBack(late, c.req.raw.signal);
    return undefined;
  };
}
