import type { MiddlewareHandler } from 'hono';

export interface LoggedRequest {
  readonly method: string;
  /** Without the query, which might hold a secret. */
  readonly path: string;
  /** Whether there was an Authorization header; never the header itself. */
  readonly authorization: boolean;
  readonly at: string;
}

/** The calls an app made, for tests that count them. */
export class RequestLog {
  #requests: LoggedRequest[] = [];

  readonly middleware: MiddlewareHandler = async (c, next) => {
    const { method, path } = c.req;
    if (method !== 'OPTIONS' && !path.startsWith('/__mock/')) {
      const authorization = c.req.header('authorization') !== undefined;
      this.#requests.push({ method, path, authorization, at: new Date().toISOString() });
    }
    await next();
  };

  all(): readonly LoggedRequest[] {
    return this.#requests;
  }

  clear(): void {
    this.#requests = [];
  }
}
