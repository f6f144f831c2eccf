import type { Context } from 'hono';
import { generateCookie, getCookie } from 'hono/cookie';

import { getDictionary } from '../flask/get-json.ts';
import { jsonify } from '../flask/jsonify.ts';
import type { MockState } from '../mock-state.ts';
import { hashPassword, verifyPassword } from '../users/password.ts';
import type { User } from '../users/user-store.ts';
import type { Dialect } from './dialect.ts';

// The cookie ends with the browser session; Flask itself stops believing it after 31 days.
const defaultLifetime = 31 * 86_400;
const attributes = { path: '/', httpOnly: true } as const;

/** Real Python's Flask and AngularJS tutorial: a session cookie, no CORS. */
export const flaskSession: Dialect = {
  cors: { origin: 'none', onCrash: false },
  endpoints: [
    { name: 'login', method: 'POST', path: '/api/login' },
    { name: 'register', method: 'POST', path: '/api/register' },
    { name: 'status', method: 'GET', path: '/api/status' },
    { name: 'logout', method: 'GET', path: '/api/logout' },
  ],
  async authenticate(c, state) {
    return (await signedInUser(c, state)) ?? jsonify({ status: false }, 401);
  },
  addRoutes(app, state) {
    app.post('/api/register', (c) => register(c, state));
    app.post('/api/login', (c) => login(c, state));
    app.get('/api/status', async (c) => {
      const status = (await signedInUser(c, state)) !== undefined;
      return jsonify({ status }, 200, { vary: 'Cookie' });
    });
    app.get('/api/logout', async (c) => {
      const body = { result: 'success' };
      if (!(await signedInUser(c, state))) return jsonify(body);
      return withCookie(jsonify(body), '', { maxAge: 0, expires: new Date(0) });
    });
  },
};

async function register(c: Context, state: MockState): Promise<Response> {
  const { email, password } = credentials(await getDictionary(c.req.raw));
  // flask-bcrypt raises for an empty password, and nobody catches it.
  if (password === '') throw new TypeError('Password must be non-empty.');
  const user = state.users.add({
    email,
    username: email,
    passwordHash: await hashPassword(password),
    admin: false,
    registeredOn: new Date(state.now() * 1_000),
  });
  return jsonify({ result: user ? 'success' : 'this user is already registered' });
}

async function login(c: Context, state: MockState): Promise<Response> {
  const { email, password } = credentials(await getDictionary(c.req.raw));
  const user = state.users.findByEmail(email);
  if (!user || !(await verifyPassword(password, user.passwordHash))) {
    return jsonify({ result: false });
  }
  const iat = state.now();
  const exp = iat + (state.options.tokenLifetime ?? defaultLifetime);
  // Flask's cookie says `logged_in` only. The rest lets the mock know whose session it is.
  const jti = crypto.randomUUID();
  const session = await state.signer.sign({ logged_in: true, iat, exp, jti, sub: user.id });
  state.revocations.issue(jti, user.id);
  return withCookie(jsonify({ result: true }), session);
}

// Not on the server's list after a logout: a copied cookie stays good, as in Flask.
async function signedInUser(c: Context, state: MockState): Promise<User | undefined> {
  const verdict = await state.signer.verify(getCookie(c, 'session') ?? '', state.now());
  if (!verdict.valid || state.revocations.has(String(verdict.claims['jti']))) return undefined;
  return state.users.findById(Number(verdict.claims['sub']));
}

/** A missing field is a KeyError there: a crash. */
function credentials(data: Record<string, unknown>): { email: string; password: string } {
  const { email, password } = data;
  if (typeof email === 'string' && typeof password === 'string') return { email, password };
  throw new TypeError('email and password are needed');
}

function withCookie(response: Response, value: string, more: object = {}): Response {
  response.headers.append(
    'set-cookie',
    generateCookie('session', value, { ...attributes, ...more }),
  );
  response.headers.append('vary', 'Cookie');
  return response;
}
