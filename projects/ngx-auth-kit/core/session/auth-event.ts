/**
 * What happened to the session.
 * - `restored`: a stored session was found at start
 * - `login`: a user signed in
 * - `refreshed`: the session got new tokens
 * - `logout`: a user signed out, another sign-in replaced the session, or another tab ended it
 * - `expired`: the access token expired and could not be refreshed
 * - `refused`: the backend no longer accepts the session
 * - `idleWarning`: the user has been inactive and will be signed out soon
 * - `idle`: the user was inactive for too long
 */
export type AuthEventType =
  'restored' | 'login' | 'refreshed' | 'logout' | 'expired' | 'refused' | 'idleWarning' | 'idle';

/** A change of the session. */
export interface AuthEvent {
  /** What happened to the session. */
  readonly type: AuthEventType;
  /** False if another tab of this app caused the change. */
  readonly fromThisTab: boolean;
}
