import { Credential, UserName } from './credentials';

/** Why the backend no longer knows a session. */
export type SessionDeath = 'logout' | 'revoked' | 'reuse';

/** A session as the backend keeps it, from a sign-in on. */
export class ServerSession {
  readonly signedInAt: number;
  /** The refresh token that is good now. */
  currentRefresh: Credential | null = null;
  /** The access token that was issued last. */
  lastAccess: Credential | null = null;
  death: SessionDeath | null = null;
  readonly refreshEndsAt: number | null;

  constructor(
    readonly id: string,
    readonly user: UserName,
    now: number,
    refreshLifetime: number | null,
  ) {
    this.signedInAt = now;
    this.refreshEndsAt = refreshLifetime === null ? null : now + refreshLifetime * 1000;
  }

  /** Whether a refresh could still continue it. */
  isRefreshable(now: number): boolean {
    return this.death === null && (this.refreshEndsAt === null || now < this.refreshEndsAt);
  }
}
