/**
 * What happened to the session.
 * - `restored`: a stored session was found at start
 * - `login`: signed in
 * - `refreshed`: the tokens were renewed
 * - `logout`: the user signed out
 * - `expired`: the access token ran out and could not be renewed
 * - `refused`: the backend no longer accepts the session
 * - `idleWarning`: the user has been inactive and will soon be signed out
 * - `idle`: the user was inactive for too long
 */
export type AuthEventType =
  'restored' | 'login' | 'refreshed' | 'logout' | 'expired' | 'refused' | 'idleWarning' | 'idle';

/** A change of the session. */
export interface AuthEvent {
  /** What happened. */
  readonly type: AuthEventType;
  /** False where another tab of this app did it. */
  readonly fromThisTab: boolean;
}
