import { parseAccessToken } from '../core/session/state/access-token';
import { Lease, Session, SessionState } from '../core/session/state/session-state';
import { SessionTokens } from '../core/session/state/session-tokens';

export const TOKENS: SessionTokens = tokensOf('first');
export const MINE: Session = {
  id: 'mine',
  version: 2,
  subject: 'claim sub:1',
  offset: 0,
  tokens: TOKENS,
};
export const NEWER: Session = { ...MINE, version: 3, tokens: tokensOf('second') };
export const OTHER: Session = { ...MINE, id: 'other', version: 1, tokens: tokensOf('third') };
export const BOB: Session = { ...NEWER, subject: 'claim sub:2' };
export const USER = { email: 'ada@example.com' };

export const SIGNED_IN: SessionState = {
  status: 'authenticated',
  session: MINE,
  user: USER,
  attempt: 5,
  left: 0,
  ended: [],
};
export const PENDING: SessionState = { ...SIGNED_IN, status: 'pending', user: null };
export const UNKNOWN: SessionState = { ...PENDING, session: null };
export const ANONYMOUS: SessionState = { ...UNKNOWN, status: 'anonymous' };
export const AFTER: SessionState = { ...ANONYMOUS, ended: ['mine'] };

export const LEASE: Lease = { id: 'mine', version: 2, attempt: 5, left: 0, pending: false };
export const OLDER: Lease = { ...LEASE, version: 1 };
export const STALE: Lease = { ...LEASE, id: 'earlier' };
export const BLIND: Lease = { id: null, version: 0, attempt: 5, left: 0, pending: true };
export const NOBODY: Lease = { ...BLIND, pending: false };

function tokensOf(value: string): SessionTokens {
  return { access: parseAccessToken(value)!, refresh: null, expiresAt: null };
}
