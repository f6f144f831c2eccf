import type { MiddlewareHandler } from 'hono';

/** Lets every page steer the mock, without its cookies. */
export const controlCors: MiddlewareHandler = async (c, next) => {
  if (c.req.method === 'OPTIONS') c.res = new Response(null, { status: 204 });
  else await next();

  c.header('access-control-allow-origin', c.req.header('origin') ?? '*');
  c.header('vary', 'Origin', { append: true });
  c.header('access-control-expose-headers', [...c.res.headers.keys()].join(', '));
  const methods = 'DELETE, GET, HEAD, PATCH, POST, PUT';
  c.header('access-control-allow-methods', methods);
  const headers = c.req.header('access-control-request-headers');
  if (headers) c.header('access-control-allow-headers', headers);
};
