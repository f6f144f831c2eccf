import { createServer } from 'node:http';
import type { RequestListener, Server } from 'node:http';
import type { AddressInfo } from 'node:net';

// Machines without IPv6 answer this way when asked for ::1.
const noSuchAddress = ['EADDRNOTAVAIL', 'EAFNOSUPPORT'];

/** One server for each address, all on one port (0: a free one). */
export async function listen(
  listener: RequestListener,
  addresses: readonly string[],
  port: number,
): Promise<{ servers: Server[]; port: number }> {
  const servers: Server[] = [];
  let chosen = port;
  for (const address of addresses) {
    const server = createServer(listener);
    try {
      chosen = await bind(server, address, chosen);
      servers.push(server);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code !== undefined && noSuchAddress.includes(code) && servers.length > 0) continue;
      await Promise.all(servers.map(shutDown));
      if (code !== 'EADDRINUSE') throw error;
      // The port was free on one address only: any other will do.
      if (port === 0) return listen(listener, addresses, 0);
      throw new Error(`Port ${port} is already in use.`, { cause: error });
    }
  }
  return { servers, port: chosen };
}

/** Closes a server and its connections, without waiting for those that are kept alive. */
export function shutDown(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

function bind(server: Server, address: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, address, () => {
      server.off('error', reject);
      resolve((server.address() as AddressInfo).port);
    });
  });
}
