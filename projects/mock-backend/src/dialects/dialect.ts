import type { Context, Hono } from 'hono';

import type { CorsPolicy } from '../flask/cors.ts';
import type { ErrorPage } from '../flask/flask-app.ts';
import type { EndpointName } from '../mock-options.ts';
import type { MockState } from '../mock-state.ts';
import type { User } from '../users/user-store.ts';

/** Which call is the login, the logout, …: what faults and canned answers go by. */
export interface Endpoint {
  readonly name: EndpointName;
  readonly method: string;
  readonly path: string;
}

/** How one backend speaks. */
export interface Dialect {
  readonly cors: CorsPolicy;
  readonly endpoints: readonly Endpoint[];
  /** Werkzeug's pages unless the dialect has its own. */
  readonly errorPage?: ErrorPage;
  /** The signed-in user, or the dialect's own refusal. */
  authenticate(c: Context, state: MockState): Promise<User | Response>;
  addRoutes(app: Hono, state: MockState): void;
}
