import type { Context } from 'hono';

/** What arrived: for tests of what an interceptor sends, and to whom. */
export async function echo(c: Context): Promise<Response> {
  const headers = Object.fromEntries(c.req.raw.headers);
  return c.json({ method: c.req.method, headers, body: await c.req.text() });
}
