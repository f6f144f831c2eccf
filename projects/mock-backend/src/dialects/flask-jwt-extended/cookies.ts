import type { Context, Hono } from 'hono';
import { generateCookie, getCookie } from 'hono/cookie';

import { jsonify } from '../../flask/jsonify.ts';
import type { MockState } from '../../mock-state.ts';
import type { User } from '../../users/user-store.ts';
import { login } from './accounts.ts';
import { createToken, refuse, verifyToken } from './extended-token.ts';
import type { Requirements } from './extended-token.ts';

export const accessCookie = 'access_token_cookie';

const cookies = {
  access: { token: accessCookie, csrf: 'csrf_access_token' },
  refresh: { token: 'refresh_token_cookie', csrf: 'csrf_refresh_token' },
};

/** The same app with its tokens in cookies (`JWT_TOKEN_LOCATION = ["cookies"]`). */
export function addCookieRoutes(app: Hono, state: MockState): void {
  app.post('/cookie/login', async (c) => {
    const user = await login(c, state);
    if (user instanceof Response) return user;
    const response = jsonify({ msg: 'login successful' });
    await setCookie(response, 'access', { user, fresh: true }, state);
    await setCookie(response, 'refresh', { user }, state);
    return response;
  });
  app.post('/cookie/refresh', async (c) => {
    const token = await verifyCookie(c, { type: 'refresh' }, state);
    if (token instanceof Response) return token;
    const response = jsonify({ msg: 'token refreshed' });
    await setCookie(response, 'access', token, state);
    return response;
  });
  app.on(['GET', 'POST'], '/cookie/protected', async (c) => {
    const token = await verifyCookie(c, { type: 'access' }, state);
    return token instanceof Response ? token : jsonify({ logged_in_as: token.user.username });
  });
  app.on(['DELETE', 'POST'], '/cookie/logout', async (c) => {
    const token = await verifyCookie(c, { type: 'access' }, state);
    if (token instanceof Response) return token;
    state.revocations.revoke(token.jti);
    const response = jsonify({ msg: 'logout successful' });
    for (const { token: name, csrf } of Object.values(cookies)) {
      const gone = { path: '/', expires: new Date(0) };
      append(response, generateCookie(name, '', { ...gone, httpOnly: true }));
      append(response, generateCookie(csrf, '', gone));
    }
    return response;
  });
}

export function verifyCookie(
  c: Context,
  wanted: Requirements,
  state: MockState,
): ReturnType<typeof verifyToken> | Response {
  const name = cookies[wanted.type].token;
  const token = getCookie(c, name);
  if (!token) return refuse(`Missing cookie "${name}"`);
  if (['GET', 'HEAD'].includes(c.req.method)) return verifyToken(token, wanted, state);
  const csrf = c.req.header('x-csrf-token');
  return csrf ? verifyToken(token, { ...wanted, csrf }, state) : refuse('Missing CSRF token');
}

async function setCookie(
  response: Response,
  type: Requirements['type'],
  { user, fresh }: { user: User; fresh?: boolean },
  state: MockState,
): Promise<void> {
  const csrf = crypto.randomUUID();
  const token = await createToken(user, { type, fresh, csrf }, state);
  append(response, generateCookie(cookies[type].token, token, { path: '/', httpOnly: true }));
  append(response, generateCookie(cookies[type].csrf, csrf, { path: '/' }));
}

function append(response: Response, cookie: string): void {
  response.headers.append('set-cookie', cookie);
}
