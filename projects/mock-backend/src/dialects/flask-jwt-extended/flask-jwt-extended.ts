import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';

import { jsonify } from '../../flask/jsonify.ts';
import type { MockState } from '../../mock-state.ts';
import type { Dialect } from '../dialect.ts';
import { login, register } from './accounts.ts';
import { accessCookie, addCookieRoutes, verifyCookie } from './cookies.ts';
import { createToken, refuse, verifyToken } from './extended-token.ts';
import type { Requirements } from './extended-token.ts';

/** The guide of Flask-JWT-Extended, with refresh, logout and fresh tokens from its other chapters. */
export const flaskJwtExtended: Dialect = {
  cors: { origin: 'none', onCrash: false },
  endpoints: [
    { name: 'login', method: 'POST', path: '/login' },
    { name: 'register', method: 'POST', path: '/register' },
    { name: 'status', method: 'GET', path: '/protected' },
    { name: 'logout', method: 'DELETE', path: '/logout' },
    { name: 'refresh', method: 'POST', path: '/refresh' },
    { name: 'login', method: 'POST', path: '/cookie/login' },
    { name: 'status', method: 'GET', path: '/cookie/protected' },
    { name: 'logout', method: 'DELETE', path: '/cookie/logout' },
    { name: 'logout', method: 'POST', path: '/cookie/logout' },
    { name: 'refresh', method: 'POST', path: '/cookie/refresh' },
  ],
  async authenticate(c, state) {
    const inCookie = !c.req.header('authorization') && getCookie(c, accessCookie);
    const verify = inCookie ? verifyCookie : verifyHeader;
    const token = await verify(c, { type: 'access' }, state);
    return token instanceof Response ? token : token.user;
  },
  addRoutes(app, state) {
    app.post('/register', (c) => register(c, state));
    app.post('/login', async (c) => {
      const user = await login(c, state);
      if (user instanceof Response) return user;
      const access_token = await createToken(user, { type: 'access', fresh: true }, state);
      const refresh_token = await createToken(user, { type: 'refresh' }, state);
      return jsonify({ access_token, refresh_token });
    });
    app.post('/refresh', async (c) => {
      const token = await verifyHeader(c, { type: 'refresh' }, state);
      if (token instanceof Response) return token;
      return jsonify({ access_token: await createToken(token.user, { type: 'access' }, state) });
    });
    app.get('/protected', async (c) => {
      const token = await verifyHeader(c, { type: 'access' }, state);
      return token instanceof Response ? token : jsonify({ logged_in_as: token.user.username });
    });
    app.get('/fresh', async (c) => {
      const token = await verifyHeader(c, { type: 'access', fresh: true }, state);
      return token instanceof Response ? token : jsonify({ logged_in_as: token.user.username });
    });
    app.delete('/logout', async (c) => {
      const token = await verifyHeader(c, { type: 'access' }, state);
      if (token instanceof Response) return token;
      state.revocations.revoke(token.jti);
      return jsonify({ msg: 'Access token revoked' });
    });
    addCookieRoutes(app, state);
  },
};

function verifyHeader(
  c: Context,
  wanted: Requirements,
  state: MockState,
): ReturnType<typeof verifyToken> | Response {
  const header = c.req.header('authorization');
  if (!header) return refuse('Missing Authorization Header');
  const expected = "Expected 'Authorization: Bearer <JWT>'";
  // Several schemes may share the header; exactly one of them must be Bearer.
  const fields = header.split(/,\s*/).map((field) => field.split(/\s+/));
  const [field, ...others] = fields.filter(([scheme]) => scheme === 'Bearer');
  if (!field || others.length > 0) {
    return refuse(`Missing 'Bearer' type in 'Authorization' header. ${expected}`);
  }
  const [, token] = field;
  if (token === undefined || field.length > 2) {
    return refuse(`Bad Authorization header. ${expected}`, 422);
  }
  return verifyToken(token, wanted, state);
}
