import type { Context } from 'hono';

import { getDictionary } from '../flask/get-json.ts';
import { errorText } from '../flask/html-error.ts';
import { jsonify } from '../flask/jsonify.ts';
import type { MockState } from '../mock-state.ts';
import { verifyPassword } from '../users/password.ts';
import type { User } from '../users/user-store.ts';
import type { Dialect } from './dialect.ts';

const defaultLifetime = 86_400;

/** Flask-RESTful as Satellizer's users wrote it: errors are JSON, no registration, no logout. */
export const flaskRestful: Dialect = {
  cors: { origin: 'none', onCrash: false },
  endpoints: [
    { name: 'login', method: 'POST', path: '/api/login' },
    { name: 'status', method: 'GET', path: '/api/users' },
  ],
  errorPage,
  authenticate,
  addRoutes(app, state) {
    app.post('/api/login', (c) => login(c, state));
    app.get('/api/users', async (c) => {
      const user = await authenticate(c, state);
      if (user instanceof Response) return user;
      const users = state.users
        .all()
        .map(({ id, email, username }) => ({ id, email, name: username, is_enabled: true }));
      return jsonify({ users });
    });
  },
};

async function login(c: Context, state: MockState): Promise<Response> {
  const { email, password } = await getDictionary(c.req.raw, { force: true });
  if (typeof email !== 'string' || typeof password !== 'string') {
    throw new TypeError('email and password are needed');
  }
  const user = state.users.findByEmail(email);
  if (!user || !(await verifyPassword(password, user.passwordHash))) {
    return jsonify({ message: 'invalid username/password' }, 401);
  }
  const iat = state.now();
  const exp = iat + (state.options.tokenLifetime ?? defaultLifetime);
  const token = await state.signer.sign({ sub: user.id, iat, exp });
  state.revocations.issue(token, user.id);
  return jsonify({ token });
}

async function authenticate(c: Context, state: MockState): Promise<User | Response> {
  const header = c.req.header('authorization');
  if (!header) return jsonify({ message: 'Missing authorization header' }, 401);
  const token = header.split(/\s+/)[1];
  if (token === undefined) throw new RangeError('list index out of range');

  const verdict = await state.signer.verify(token, state.now());
  if (!verdict.valid && verdict.expired) return jsonify({ message: 'Token has expired' }, 401);
  const user = verdict.valid && state.users.findById(Number(verdict.claims['sub']));
  // Nothing is revoked on the real server; here a revoked token is an invalid one.
  if (!user || state.revocations.has(token)) return jsonify({ message: 'Token is invalid' }, 401);
  return user;
}

function errorPage(status: number, text?: string, headers?: Record<string, string>): Response {
  const { name, description } = errorText(status);
  // A crash is named, everything else is described.
  const message = text ?? (status === 500 ? name : description);
  return jsonify({ message }, status, headers);
}
