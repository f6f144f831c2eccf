import type { Context } from 'hono';

import type { MockState } from '../../mock-state.ts';
import type { User } from '../../users/user-store.ts';

const defaultLifetime = 15 * 60;

export function accessTokenLifetime(state: MockState): number {
  return state.options.tokenLifetime ?? defaultLifetime;
}

/** `sid` names the family of refresh tokens it belongs to: both end together. */
export function createAccessToken(user: User, family: string, state: MockState): Promise<string> {
  const iat = state.now();
  const exp = iat + accessTokenLifetime(state);
  const jti = crypto.randomUUID();
  return state.signer.sign({ exp, iat, jti, sid: family, sub: String(user.id) });
}

/** Whose token it is and which family it belongs to, or the reason for refusing. */
export async function verifyAccessToken(
  c: Context,
  state: MockState,
): Promise<{ userId: number; family: string } | string> {
  const [scheme, token] = (c.req.header('authorization') ?? '').split(' ');
  if (scheme !== 'Bearer' || !token) return 'Access token is missing.';
  const verdict = await state.signer.verify(token, state.now());
  if (!verdict.valid) return `Access token ${verdict.expired ? 'has expired' : 'is invalid'}.`;
  const family = String(verdict.claims['sid']);
  if (state.revocations.has(family)) return 'Access token has been revoked.';
  return { userId: Number(verdict.claims['sub']), family };
}
