import type { HttpBindings } from '@hono/node-server';
import { getRequestListener } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';

import { ConnectionDropped } from './faults/connection-dropped.ts';
import { listen, shutDown } from './listen.ts';
import { createMockBackend } from './mock-backend.ts';
import type { MockBackend } from './mock-backend.ts';
import type { MockOptions } from './mock-options.ts';
import { secondFactorUser, seededUsers } from './users/seeded-users.ts';
import { SqliteUserStore } from './users/sqlite-user-store.ts';

export interface ServeOptions extends Partial<MockOptions> {
  /** 0, the default, takes a free one. */
  readonly port?: number;
  readonly hostname?: string;
  /** An SQLite file that keeps the users of the backend at `/` across restarts. */
  readonly database?: string;
}

export interface RunningBackend {
  readonly url: string;
  readonly port: number;
  readonly backend: MockBackend;
  close(): Promise<void>;
}

/** The mock backend over real HTTP. */
export async function serve({
  port = 0,
  hostname = 'localhost',
  database,
  ...options
}: ServeOptions = {}): Promise<RunningBackend> {
  const users =
    database === undefined
      ? undefined
      : new SqliteUserStore(database, [...seededUsers, secondFactorUser]);
  const backend = createMockBackend({ ...options, users });
  // `localhost` is 127.0.0.1 to some clients and ::1 to others.
  const addresses = hostname === 'localhost' ? ['127.0.0.1', '::1'] : [hostname];
  const listening = await listen(requestListener(backend), addresses, port).catch((error) => {
    users?.close();
    throw error;
  });
  return {
    url: `http://${hostname}:${listening.port}`,
    port: listening.port,
    backend,
    close: async () => {
      await Promise.all(listening.servers.map(shutDown));
      users?.close();
    },
  };
}

function requestListener(backend: MockBackend): ReturnType<typeof getRequestListener> {
  const answer = async (request: Request, env: unknown): Promise<Response> => {
    try {
      return await backend.fetch(request);
    } catch (error) {
      if (!(error instanceof ConnectionDropped)) throw error;
      (env as HttpBindings).incoming.socket.destroy();
      return RESPONSE_ALREADY_SENT;
    }
  };
  // The process's own Request and Response stay as they are: tests run in it, too.
  return getRequestListener(answer, { overrideGlobalObjects: false });
}
