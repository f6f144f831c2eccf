import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { proxy } from 'hono/proxy';
import { BACKEND } from './origins.ts';

const ROOT = join(import.meta.dirname, '../dist/demo/browser');
/** A sink that takes unchecked text is an error in the console, and so a failed test. */
const POLICY =
  "require-trusted-types-for 'script'; trusted-types angular; object-src 'none'; base-uri 'self'";

if (!existsSync(join(ROOT, 'index.html'))) {
  console.error('There is no build of the demo to serve: run `npm run build` first.');
  process.exit(1);
}

const app = new Hono();
// As proxy.conf.json has it for `ng serve`.
app.all('/mock/*', async (c) => {
  const { pathname, search } = new URL(c.req.url);
  const url = BACKEND + pathname.slice('/mock'.length) + search;
  // A redirect is the browser's to follow. One that cannot be reached is a bad gateway.
  return proxy(url, { raw: c.req.raw, redirect: 'manual' }).catch(() => c.body(null, 502));
});
app.use(async (c, next) => {
  await next();
  c.header('content-security-policy', POLICY);
});
app.get('*', serveStatic({ root: ROOT }));
// A path with an extension is a file that is not there; any other is a route of the app.
app.use(async (c, next) => (/\.\w+$/.test(c.req.path) ? c.notFound() : next()));
app.get('*', serveStatic({ root: ROOT, path: 'index.html' }));

const server = serve({ fetch: app.fetch, port: 4200, hostname: 'localhost' });
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => {
    server.close();
    process.exit(0);
  });
}
