import type { Context } from 'hono';

import { accountEndpoints } from '../account/account-dialect.ts';
import { addAccountRoutes } from '../account/account-routes.ts';
import { mailLink } from '../account/mails.ts';
import { secondFactorDue } from '../account/second-factor.ts';
import { asDictionary, getDictionary, getJson } from '../flask/get-json.ts';
import { jsonify } from '../flask/jsonify.ts';
import type { MockState } from '../mock-state.ts';
import { hashPassword, verifyPassword } from '../users/password.ts';
import type { User } from '../users/user-store.ts';
import type { Dialect } from './dialect.ts';

const defaultLifetime = 86_400;

/** Real Python's Flask JWT tutorial, and what it leaves out: resets, verification, a second factor. */
export const flaskJwtAuth: Dialect = {
  cors: { origin: 'echo', onCrash: false },
  endpoints: [
    { name: 'login', method: 'POST', path: '/auth/login' },
    { name: 'register', method: 'POST', path: '/auth/register' },
    { name: 'status', method: 'GET', path: '/auth/status' },
    { name: 'logout', method: 'POST', path: '/auth/logout' },
    ...accountEndpoints('/auth'),
  ],
  authenticate,
  addRoutes(app, state) {
    app.post('/auth/register', (c) => register(c, state));
    app.post('/auth/login', (c) => login(c, state));
    app.get('/auth/status', (c) => status(c, state));
    app.post('/auth/logout', (c) => logout(c, state));
    addAccountRoutes(app, state, {
      prefix: '/auth',
      ok: (message) => jsonify({ status: 'success', message }),
      fail,
      authenticate,
      signIn: (user) => signedIn(user, 200, 'Successfully logged in.', state),
    });
  },
};

async function register(c: Context, state: MockState): Promise<Response> {
  const { email, password } = await getDictionary(c.req.raw);
  if (typeof email === 'string' && state.users.findByEmail(email)) return alreadyExists();
  // bcrypt refuses an empty password, the database a missing address; both end in one message.
  if (typeof email !== 'string' || typeof password !== 'string' || password === '') {
    return fail(401, 'Some error occurred. Please try again.');
  }
  const user = state.users.add({
    email,
    username: email,
    passwordHash: await hashPassword(password),
    admin: false,
    registeredOn: new Date(state.now() * 1_000),
  });
  if (!user) return alreadyExists();
  mailLink(c, state, 'verify-email', user);
  return signedIn(user, 201, 'Successfully registered.', state);
}

async function login(c: Context, state: MockState): Promise<Response> {
  // The tutorial catches what goes wrong here, and only here.
  const { email, password } = asDictionary(await getJson(c.req.raw)) ?? {};
  if (typeof email !== 'string' || typeof password !== 'string') return fail(500, 'Try again');
  const user = state.users.findByEmail(email);
  if (!user || !(await verifyPassword(password, user.passwordHash))) {
    return fail(404, 'User does not exist.');
  }
  return secondFactorDue(user, 200, state) ?? signedIn(user, 200, 'Successfully logged in.', state);
}

async function status(c: Context, state: MockState): Promise<Response> {
  const user = await authenticate(c, state);
  if (user instanceof Response) return user;
  const { id, email, admin, registeredOn } = user;
  const data = { user_id: id, email, admin, registered_on: registeredOn.toUTCString() };
  return jsonify({ status: 'success', data });
}

async function logout(c: Context, state: MockState): Promise<Response> {
  const token = tokenOf(c);
  // The tutorial expects a malformed header on /auth/status only.
  if (token === undefined) throw new RangeError('list index out of range');
  if (token === '') return fail(403, 'Provide a valid auth token.');
  const userId = await decode(token, state);
  if (typeof userId === 'string') return fail(401, userId);
  state.revocations.revoke(token);
  return jsonify({ status: 'success', message: 'Successfully logged out.' });
}

async function authenticate(c: Context, state: MockState): Promise<User | Response> {
  const token = tokenOf(c);
  if (token === undefined) return fail(401, 'Bearer token malformed.');
  if (token === '') return fail(401, 'Provide a valid auth token.');
  const userId = await decode(token, state);
  if (typeof userId === 'string') return fail(401, userId);
  const user = state.users.findById(userId);
  if (!user) throw new TypeError('The user of this token is gone.');
  return user;
}

/** The second word, whatever the first one is; undefined if there is only one. */
function tokenOf(c: Context): string | undefined {
  const header = c.req.header('authorization');
  return header ? header.split(' ')[1] : '';
}

/** The user's id, or the reason for refusing. */
async function decode(token: string, state: MockState): Promise<number | string> {
  const verdict = await state.signer.verify(token, state.now());
  if (!verdict.valid) {
    return verdict.expired
      ? 'Signature expired. Please log in again.'
      : 'Invalid token. Please log in again.';
  }
  // By the token itself: without a jti, a second login within the second gets the same token back.
  if (state.revocations.has(token)) return 'Token blacklisted. Please log in again.';
  return Number(verdict.claims['sub']);
}

async function signedIn(
  user: User,
  status: number,
  message: string,
  state: MockState,
): Promise<Response> {
  const iat = state.now();
  const exp = iat + (state.options.tokenLifetime ?? defaultLifetime);
  const auth_token = await state.signer.sign({ exp, iat, sub: user.id });
  state.revocations.issue(auth_token, user.id);
  return jsonify({ status: 'success', message, auth_token }, status);
}

function alreadyExists(): Response {
  return fail(202, 'User already exists. Please Log in.');
}

function fail(status: number, message: string): Response {
  return jsonify({ status: 'fail', message }, status);
}
