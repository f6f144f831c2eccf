import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { basename, join } from 'node:path';

/** A folder that is served on a port of its own. */
export interface ServedFolder {
  /** Without a slash at the end. */
  readonly origin: string;
  close(): void;
}

/** Serves the scripts of a folder, and its `index.html` for every other path. */
export async function serveFolder(folder: string): Promise<ServedFolder> {
  const server = createServer(({ url = '/' }, response) => {
    const script = basename(new URL(url, 'http://localhost').pathname);
    const isScript = script.endsWith('.js') && existsSync(join(folder, script));
    response.writeHead(200, {
      'content-type': isScript ? 'text/javascript' : 'text/html',
      // An isolated page has a clock of 5 µs instead of 100 µs.
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-embedder-policy': 'require-corp',
    });
    response.end(readFileSync(join(folder, isScript ? script : 'index.html')));
  });
  server.listen(0, 'localhost');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return { origin: `http://localhost:${port}`, close: () => server.close() };
}
