import type { Context } from 'hono';

import { getDictionary } from '../../flask/get-json.ts';
import { jsonify } from '../../flask/jsonify.ts';
import type { MockState } from '../../mock-state.ts';
import { findByName } from '../../users/find-by-name.ts';
import { hashPassword, verifyPassword } from '../../users/password.ts';
import type { User } from '../../users/user-store.ts';

// What the guide leaves to the app: its errors say `message`, not `msg`.

export async function login(c: Context, state: MockState): Promise<User | Response> {
  const { username, password } = await getDictionary(c.req.raw);
  if (!isFilled(username) || !isFilled(password)) return incomplete();
  const user = findByName(state.users, username);
  if (user && (await verifyPassword(password, user.passwordHash))) return user;
  return jsonify({ message: 'Bad username or password' }, 401);
}

export async function register(c: Context, state: MockState): Promise<Response> {
  const { username, email, password } = await getDictionary(c.req.raw);
  if (!isFilled(username) || !isFilled(password)) return incomplete();
  const passwordHash = await hashPassword(password);
  const user = findByName(state.users, username)
    ? null
    : state.users.add({
        username,
        email: typeof email === 'string' ? email : username,
        passwordHash,
        admin: false,
        registeredOn: new Date(state.now() * 1_000),
      });
  return user
    ? jsonify({ message: 'User created' }, 201)
    : jsonify({ message: 'User already exists' }, 400);
}

function isFilled(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

function incomplete(): Response {
  return jsonify({ message: 'Missing username or password' }, 400);
}
