import type { Context } from 'hono';

import { asDictionary, getJson } from '../../flask/get-json.ts';
import { jsonify } from '../../flask/jsonify.ts';
import type { MockState } from '../../mock-state.ts';
import { verifyAccessToken } from './access-token.ts';
import { fail } from './fail.ts';

/** Ends the family of the refresh token in the body, else that of the access token. */
export async function logout(c: Context, state: MockState): Promise<Response> {
  const family = (await familyOfRefreshToken(c, state)) ?? (await familyOfAccessToken(c, state));
  if (family instanceof Response) return family;
  state.revocations.revoke(family);
  return jsonify({ message: 'Signed out.' });
}

async function familyOfRefreshToken(c: Context, state: MockState): Promise<string | undefined> {
  // There need not be a body at all.
  if (!c.req.header('content-type')) return undefined;
  const { refresh_token: value } = asDictionary(await getJson(c.req.raw)) ?? {};
  return typeof value === 'string' ? state.refreshTokens.find(value)?.family : undefined;
}

async function familyOfAccessToken(c: Context, state: MockState): Promise<string | Response> {
  const token = await verifyAccessToken(c, state);
  return typeof token === 'string' ? fail(token) : token.family;
}
