import { Hono } from 'hono';
import type { Context } from 'hono';

import { ConnectionDropped } from '../faults/connection-dropped.ts';
import { htmlError } from './html-error.ts';
import { HttpError } from './http-error.ts';

/** Writes an error; `text` replaces Werkzeug's own sentence. */
export type ErrorPage = (
  status: number,
  text?: string,
  headers?: Record<string, string>,
) => Response;

/** A Hono app with Flask's manners: OPTIONS answered, 405 with Allow, Werkzeug's error pages. */
export function flaskApp(errorPage: ErrorPage = htmlError): Hono {
  const app = new Hono();
  app.notFound((c) => {
    const methods = methodsOf(app, c);
    if (methods.length === 0) return htmlError(404);
    const allow = methods.join(', ');
    if (c.req.method !== 'OPTIONS') return errorPage(405, undefined, { allow });
    return new Response(null, { headers: { allow, 'content-type': 'text/html; charset=utf-8' } });
  });
  app.onError((error) => {
    if (error instanceof ConnectionDropped) throw error;
    if (error instanceof HttpError) return errorPage(error.status, error.text, error.headers);
    return errorPage(500);
  });
  return app;
}

function methodsOf(app: Hono, c: Context): string[] {
  const methods = app.routes
    .filter(({ path, method }) => path === c.req.path && method !== 'ALL')
    .map(({ method }) => method);
  if (methods.length === 0) return [];
  if (methods.includes('GET')) methods.push('HEAD');
  return [...methods, 'OPTIONS'].sort();
}
