import { join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { proxy } from 'hono/proxy';
import { listen, shutDown } from '../projects/mock-backend/src/listen.ts';
import { APP_PATH, testApp } from './serve-test-app.ts';

/** Where `npm run build` puts the demo. */
export const DEMO_BUILD = join(import.meta.dirname, '../dist/demo/browser');
/** A sink that takes unchecked text is an error in the console, and so a failed test. */
const POLICY =
  "require-trusted-types-for 'script'; trusted-types angular; object-src 'none'; base-uri 'self'";

export interface RunningDemo {
  readonly url: string;
  readonly port: number;
  close(): Promise<void>;
}

/** The production build of the demo on a free port, with the backend under `/mock`. */
export async function serveDemo(backendUrl: string): Promise<RunningDemo> {
  const listener = getRequestListener(demoApp(backendUrl).fetch, { overrideGlobalObjects: false });
  const { servers, port } = await listen(listener, ['127.0.0.1'], 0);
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    close: async () => {
      await Promise.all(servers.map(shutDown));
    },
  };
}

function demoApp(backendUrl: string): Hono {
  const app = new Hono();
  // As proxy.conf.json has it for `ng serve`.
  app.all('/mock/*', async (c) => {
    const { pathname, search } = new URL(c.req.url);
    const url = backendUrl + pathname.slice('/mock'.length) + search;
    // A redirect is the browser's to follow. One that cannot be reached is a bad gateway.
    return proxy(url, { raw: c.req.raw, redirect: 'manual' }).catch(() => c.body(null, 502));
  });
  app.route(APP_PATH, testApp());
  app.use(async (c, next) => {
    await next();
    c.header('content-security-policy', POLICY);
  });
  app.get('*', serveStatic({ root: DEMO_BUILD }));
  // A path with an extension is a file that is not there; any other is a route of the app.
  app.use(async (c, next) => (/\.\w+$/.test(c.req.path) ? c.notFound() : next()));
  app.get('*', serveStatic({ root: DEMO_BUILD, path: 'index.html' }));
  return app;
}
