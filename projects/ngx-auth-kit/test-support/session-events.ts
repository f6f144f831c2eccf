import { Lease, Session, SessionEvent } from '../core/session/state/session-state';
import { NEWER, OTHER, USER } from './session-states';

export const refreshed = (lease: Lease, session = NEWER): SessionEvent => ({
  type: 'refreshed',
  lease,
  session,
  fresh: 'fresh',
});
export const confirmed = (lease: Lease, more: object = {}): SessionEvent => ({
  type: 'confirmed',
  lease,
  user: USER,
  subject: null,
  fresh: OTHER,
  isExpired: false,
  ...more,
});
export const denied = (lease: Lease): SessionEvent => ({
  type: 'denied',
  lease,
  reason: 'refused',
});
export const signedIn = (attempt: number): SessionEvent => ({
  type: 'signedIn',
  attempt,
  session: OTHER,
  user: USER,
});
export const signedOut = (stored: string | null): SessionEvent => ({
  type: 'signedOut',
  reason: 'logout',
  stored,
  isOwed: true,
});
export const found = (session: Session | null): SessionEvent => ({ type: 'found', session });
export const over = (id: string | null, isSignOut = true): SessionEvent => ({
  type: 'endedElsewhere',
  id,
  signedOut: isSignOut,
});
