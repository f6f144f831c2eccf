import type { Context } from 'hono';

import { accountEndpoints } from '../../account/account-dialect.ts';
import { addAccountRoutes } from '../../account/account-routes.ts';
import { jsonify } from '../../flask/jsonify.ts';
import type { MockState } from '../../mock-state.ts';
import type { User } from '../../users/user-store.ts';
import type { Dialect } from '../dialect.ts';
import { verifyAccessToken } from './access-token.ts';
import { login, register, signedIn } from './accounts.ts';
import { fail } from './fail.ts';
import { logout } from './logout.ts';
import { refresh } from './refresh.ts';

/** Short access tokens (JWT) and long, opaque refresh tokens with rotation and reuse detection. */
export const refreshToken: Dialect = {
  cors: { origin: 'echo', onCrash: true },
  endpoints: [
    { name: 'login', method: 'POST', path: '/auth/login' },
    { name: 'register', method: 'POST', path: '/auth/register' },
    { name: 'status', method: 'GET', path: '/auth/status' },
    { name: 'logout', method: 'POST', path: '/auth/logout' },
    { name: 'refresh', method: 'POST', path: '/auth/refresh' },
    ...accountEndpoints('/auth'),
  ],
  authenticate,
  addRoutes(app, state) {
    app.post('/auth/login', (c) => login(c, state));
    app.post('/auth/register', (c) => register(c, state));
    app.post('/auth/refresh', (c) => refresh(c, state));
    app.post('/auth/logout', (c) => logout(c, state));
    addAccountRoutes(app, state, {
      prefix: '/auth',
      ok: (message) => jsonify({ message }),
      fail: (status, message) => fail(message, status),
      authenticate,
      signIn: (user) => signedIn(user, 200, state),
    });
    app.get('/auth/status', async (c) => {
      const user = await authenticate(c, state);
      return user instanceof Response ? user : jsonify({ data: described(user) });
    });
    app.get('/auth/protected', async (c) => {
      const user = await authenticate(c, state);
      return user instanceof Response ? user : jsonify({ message: 'ok', user: described(user) });
    });
  },
};

async function authenticate(c: Context, state: MockState): Promise<User | Response> {
  const token = await verifyAccessToken(c, state);
  if (typeof token === 'string') return fail(token);
  return state.users.findById(token.userId) ?? fail('Access token is invalid.');
}

function described({ id, email, admin }: User): object {
  return { user_id: id, email, admin };
}
