import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { SITE } from './site-pages.ts';

/** Any: what is served does not know it. */
const BELOW = '/some/where';

export interface HostedSite {
  /** Without a slash at its end. */
  readonly url: string;
  close(): void;
}

/** The site as a static host has it, on a free port. */
export async function serveSite(): Promise<HostedSite> {
  const app = new Hono();
  const rewriteRequestPath = (path: string) => path.slice(BELOW.length);
  app.get(`${BELOW}/*`, serveStatic({ root: SITE, rewriteRequestPath }));
  const server = createServer(getRequestListener(app.fetch));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${BELOW}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
