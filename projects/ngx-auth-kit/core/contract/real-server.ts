/** A server that `npm run test:servers` has started. */
export interface RunningServer {
  /** Where it listens, for pages of its own origin or with CORS. */
  readonly url: string;
  /** Its path on Karma's own origin, for cookies and for servers without CORS. */
  readonly proxied: string;
}

interface ServersConfig {
  /** By the names of `scripts/servers/servers.ts`. */
  readonly serverUrls: Readonly<Record<string, string>>;
  readonly serverSecret?: string;
}

declare const __karma__: { readonly config: ServersConfig };

const { serverUrls, serverSecret } = __karma__.config;

/** What the servers sign with. */
export const SERVER_SECRET = serverSecret ?? '';

/** The server of this name; null in the runs that need only the mock. */
export function realServer(name: string): RunningServer | null {
  const url = serverUrls[name];
  return url === undefined ? null : { url, proxied: `/servers/${name}` };
}
