import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { getRequestListener } from '@hono/node-server';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { listen, shutDown } from '../../projects/mock-backend/src/listen.ts';
import { start } from './run.ts';

const ADDRESSES = ['127.0.0.1', '::1'];

export interface ServedApp {
  readonly url: string;
  close(): Promise<void>;
}

/** Serves a built app on a free port; what is not a file of it is a route of the app. */
export async function serveFiles(root: string): Promise<ServedApp> {
  const app = new Hono();
  app.get('*', serveStatic({ root }));
  app.use(async (c, next) => (/\.\w+$/.test(c.req.path) ? c.notFound() : next()));
  app.get('*', serveStatic({ root, path: 'index.html' }));
  const listener = getRequestListener(app.fetch, { overrideGlobalObjects: false });
  const { servers, port } = await listen(listener, ADDRESSES, 0);
  return {
    url: `http://localhost:${port}`,
    close: async () => void (await Promise.all(servers.map(shutDown))),
  };
}

/** Starts the server that the CLI generated on a free port, and waits until it listens. */
export async function serveRendered(script: string): Promise<ServedApp> {
  const port = await freePort();
  const env = { PORT: String(port), NG_ALLOWED_HOSTS: 'localhost' };
  const server = start(process.cwd(), process.execPath, [script], env);
  let complaints = '';
  server.stderr.setEncoding('utf8').on('data', (line: string) => (complaints += line));
  for await (const line of createInterface(server.stdout)) {
    if (!line.includes('listening on')) continue;
    return {
      url: `http://localhost:${port}`,
      close: async () => {
        server.kill();
        if (server.exitCode === null && server.signalCode === null) await once(server, 'exit');
        // What is thrown while rendering is said here only.
        if (complaints) throw new Error(`The server complained:\n${complaints}`);
      },
    };
  }
  throw new Error(`The server ended before it listened:\n${complaints}`);
}

/** The generated server takes a number that it does not choose itself. */
async function freePort(): Promise<number> {
  const { servers, port } = await listen(() => {}, ADDRESSES, 0);
  await Promise.all(servers.map(shutDown));
  return port;
}
