import { createAdaptorServer } from '@hono/node-server';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';

/** A built app on a free port, its routes included. */
export async function serveApp(root: string): Promise<{ url: string; close: () => void }> {
  const app = new Hono();
  app.get('*', serveStatic({ root }));
  app.get('*', serveStatic({ root, path: 'index.html' }));
  const server = createAdaptorServer({ fetch: app.fetch });
  server.listen(0, 'localhost');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return { url: `http://localhost:${port}`, close: () => server.close() };
}
