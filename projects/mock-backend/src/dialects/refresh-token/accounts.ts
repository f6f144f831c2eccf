import type { Context } from 'hono';

import { mailLink } from '../../account/mails.ts';
import { secondFactorDue } from '../../account/second-factor.ts';
import { asDictionary, getJson } from '../../flask/get-json.ts';
import { jsonify } from '../../flask/jsonify.ts';
import type { MockState } from '../../mock-state.ts';
import { hashPassword, verifyPassword } from '../../users/password.ts';
import type { User } from '../../users/user-store.ts';
import { accessTokenLifetime, createAccessToken } from './access-token.ts';
import { fail } from './fail.ts';
import { createRefreshToken } from './refresh.ts';

export async function login(c: Context, state: MockState): Promise<Response> {
  const given = await credentials(c);
  if (given instanceof Response) return given;
  const user = state.users.findByEmail(given.email);
  if (!user || !(await verifyPassword(given.password, user.passwordHash))) {
    return fail('Invalid email or password.');
  }
  return secondFactorDue(user, 401, state) ?? signedIn(user, 200, state);
}

export async function register(c: Context, state: MockState): Promise<Response> {
  const given = await credentials(c);
  if (given instanceof Response) return given;
  const user = state.users.add({
    email: given.email,
    username: given.email,
    passwordHash: await hashPassword(given.password),
    admin: false,
    registeredOn: new Date(state.now() * 1_000),
  });
  if (!user) return fail('This email is already registered.', 409);
  mailLink(c, state, 'verify-email', user);
  return signedIn(user, 201, state);
}

/** Every sign-in begins a family of its own. */
export async function signedIn(user: User, status: number, state: MockState): Promise<Response> {
  const family = crypto.randomUUID();
  state.revocations.issue(family, user.id);
  const body = {
    access_token: await createAccessToken(user, family, state),
    refresh_token: createRefreshToken(user, family, state),
    expires_in: accessTokenLifetime(state),
  };
  return jsonify(body, status);
}

async function credentials(c: Context): Promise<{ email: string; password: string } | Response> {
  const { email, password } = asDictionary(await getJson(c.req.raw)) ?? {};
  if (typeof email === 'string' && typeof password === 'string' && email && password) {
    return { email, password };
  }
  return fail('Email and password are required.', 400);
}
