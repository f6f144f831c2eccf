import type { Context } from 'hono';

import { asDictionary, getJson } from '../../flask/get-json.ts';
import { jsonify } from '../../flask/jsonify.ts';
import type { MockState } from '../../mock-state.ts';
import type { User } from '../../users/user-store.ts';
import { createAccessToken } from './access-token.ts';
import { fail } from './fail.ts';

const defaultLifetime = 30 * 86_400;

export function createRefreshToken(user: User, family: string, state: MockState): string {
  const expiresAt = state.now() + (state.options.refreshTokenLifetime ?? defaultLifetime);
  return state.refreshTokens.issue({ userId: user.id, family, expiresAt });
}

export async function refresh(c: Context, state: MockState): Promise<Response> {
  const { refresh_token: value } = asDictionary(await getJson(c.req.raw)) ?? {};
  const token = typeof value === 'string' ? state.refreshTokens.find(value) : undefined;
  const user = token && state.users.findById(token.userId);
  if (typeof value !== 'string' || !token || !user) return fail('Refresh token is invalid.');

  const { family, expiresAt } = token;
  if (state.options.reuseDetection && state.refreshTokens.isSpent(value)) {
    // Two hold the same token and one of them stole it: nobody keeps the session.
    state.revocations.revoke(family);
    return fail('Refresh token reuse detected');
  }
  if (state.revocations.has(family)) return fail('Refresh token has been revoked.');
  if (expiresAt <= state.now()) return fail('Refresh token has expired.');

  if (!state.options.rotation) {
    return jsonify({ access_token: await createAccessToken(user, family, state) });
  }
  // Spent before anything is awaited, so that of two calls at once only one wins.
  state.refreshTokens.spend(value);
  const refresh_token = createRefreshToken(user, family, state);
  return jsonify({ access_token: await createAccessToken(user, family, state), refresh_token });
}
