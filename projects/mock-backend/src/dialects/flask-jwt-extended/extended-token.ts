import { jsonify } from '../../flask/jsonify.ts';
import type { MockState } from '../../mock-state.ts';
import type { User } from '../../users/user-store.ts';

type TokenType = 'access' | 'refresh';

const defaultLifetimes = { access: 15 * 60, refresh: 30 * 86_400 };

export interface NewToken {
  readonly type: TokenType;
  readonly fresh?: boolean;
  /** Only tokens that travel in cookies carry one. */
  readonly csrf?: string;
}

export interface Requirements {
  readonly type: TokenType;
  readonly fresh?: boolean;
  /** What came in X-CSRF-TOKEN, where that must match. */
  readonly csrf?: string;
}

export async function createToken(
  user: User,
  { type, fresh = false, csrf }: NewToken,
  state: MockState,
): Promise<string> {
  const { tokenLifetime, refreshTokenLifetime } = state.options;
  const lifetime = type === 'access' ? tokenLifetime : refreshTokenLifetime;
  const iat = state.now();
  const exp = iat + (lifetime ?? defaultLifetimes[type]);
  const jti = crypto.randomUUID();
  state.revocations.issue(jti, user.id);
  const claims = { fresh, iat, jti, type, sub: user.username, nbf: iat, exp };
  return state.signer.sign(csrf === undefined ? claims : { ...claims, csrf });
}

/** The token's user and jti, or the refusal; the checks come in the library's order. */
export async function verifyToken(
  token: string,
  wanted: Requirements,
  state: MockState,
): Promise<{ user: User; jti: string } | Response> {
  const verdict = await state.signer.verify(token, state.now());
  if (!verdict.valid) {
    return verdict.expired ? refuse('Token has expired') : refuse(verdict.reason, 422);
  }
  const { csrf, type, fresh, jti, sub } = verdict.claims;
  if (wanted.csrf !== undefined) {
    if (csrf === undefined) return refuse('Missing claim: csrf', 422);
    if (csrf !== wanted.csrf) return refuse('CSRF double submit tokens do not match');
  }
  if (type !== wanted.type) {
    const expected = wanted.type === 'refresh' ? 'refresh' : 'non-refresh';
    return refuse(`Only ${expected} tokens are allowed`, 422);
  }
  if (wanted.fresh && fresh !== true) return refuse('Fresh token required');
  if (state.revocations.has(String(jti))) return refuse('Token has been revoked');
  const user = state.users.findByUsername(String(sub));
  return user ? { user, jti: String(jti) } : refuse(`Error loading the user ${String(sub)}`);
}

/** The library's own refusals say `msg`, the app's say `message`. */
export function refuse(msg: string, status = 401): Response {
  return jsonify({ msg }, status);
}
