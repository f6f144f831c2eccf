import type { Context } from 'hono';

import { getDictionary } from '../flask/get-json.ts';
import { jsonify } from '../flask/jsonify.ts';
import type { MockState } from '../mock-state.ts';
import { findByName } from '../users/find-by-name.ts';
import { verifyPassword } from '../users/password.ts';
import type { User } from '../users/user-store.ts';
import type { Dialect } from './dialect.ts';

const defaultLifetime = 300;
const leeway = 10;

/** The Flask-JWT example: scheme `JWT`, the id under `identity`, no registration, no logout. */
export const flaskJwt: Dialect = {
  cors: { origin: 'wildcard', onCrash: false },
  endpoints: [
    { name: 'login', method: 'POST', path: '/auth' },
    { name: 'status', method: 'GET', path: '/protected' },
  ],
  authenticate,
  addRoutes(app, state) {
    app.post('/auth', (c) => login(c, state));
    app.get('/protected', async (c) => {
      const user = await authenticate(c, state);
      if (user instanceof Response) return user;
      const current_identity = `User(id='${user.id}')`;
      return jsonify({ message: 'This is a protected resource.', current_identity });
    });
  },
};

async function login(c: Context, state: MockState): Promise<Response> {
  const data = await getDictionary(c.req.raw);
  const { username, password } = data;
  const refused = fail('Bad Request', 'Invalid credentials');
  // A third key, and the credentials count as wrong.
  if (Object.keys(data).length !== 2) return refused;
  if (typeof username !== 'string' || typeof password !== 'string') return refused;
  const user = findByName(state.users, username);
  if (!user || !(await verifyPassword(password, user.passwordHash))) return refused;

  const iat = state.now();
  const exp = iat + (state.options.tokenLifetime ?? defaultLifetime);
  const access_token = await state.signer.sign({ exp, iat, nbf: iat, identity: user.id });
  state.revocations.issue(access_token, user.id);
  return jsonify({ access_token });
}

async function authenticate(c: Context, state: MockState): Promise<User | Response> {
  const header = c.req.header('authorization');
  if (!header) {
    const description = 'Request does not contain an access token';
    const challenge = { 'www-authenticate': 'JWT realm="Login Required"' };
    return fail('Authorization Required', description, challenge);
  }
  const [scheme, token, ...rest] = header.split(/\s+/);
  if (scheme?.toLowerCase() !== 'jwt') {
    return fail('Invalid JWT header', 'Unsupported authorization type');
  }
  if (token === undefined) return fail('Invalid JWT header', 'Token missing');
  if (rest.length > 0) return fail('Invalid JWT header', 'Token contains spaces');

  const verdict = await state.signer.verify(token, state.now(), leeway);
  if (!verdict.valid) return fail('Invalid token', verdict.reason);
  const user = state.users.findById(Number(verdict.claims['identity']));
  // Flask-JWT knows no revocation. A user who is gone is the nearest it has.
  if (!user || state.revocations.has(token)) return fail('Invalid JWT', 'User does not exist');
  return user;
}

function fail(error: string, description: string, headers?: Record<string, string>): Response {
  return jsonify({ status_code: 401, error, description }, 401, headers);
}
