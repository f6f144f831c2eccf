import type { Hono } from 'hono';

import { faults } from '../faults/faults.ts';
import { cors } from '../flask/cors.ts';
import { flaskApp } from '../flask/flask-app.ts';
import { jsonify } from '../flask/jsonify.ts';
import type { MockState } from '../mock-state.ts';
import type { Dialect } from './dialect.ts';

/** A dialect's server, with what all of them have: log, CORS, faults and two resources to ask for. */
export function dialectApp(dialect: Dialect, state: MockState): Hono {
  const app = flaskApp(dialect.errorPage);
  app.use(state.requestLog.middleware);
  app.use(cors(dialect.cors, state.options));
  app.use(faults(dialect.endpoints, state));
  dialect.addRoutes(app, state);

  app.get('/__mock/protected', async (c) => {
    const user = await dialect.authenticate(c, state);
    if (user instanceof Response) return user;
    const at = new Date(state.now() * 1_000).toISOString();
    return jsonify({ message: 'Only signed-in users see this.', at });
  });
  app.get('/__mock/admin', async (c) => {
    const user = await dialect.authenticate(c, state);
    if (user instanceof Response) return user;
    return user.admin
      ? jsonify({ message: 'Only administrators see this.' })
      : jsonify({ message: 'You are not an administrator.' }, 403);
  });
  return app;
}
