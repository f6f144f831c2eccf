import { SessionTokens } from './session-tokens';

/**
 * What `withTokenRefresh()` knows of sessions that can be renewed, and of those that are over: the
 * late answer of a renewal in another tab may store one of them again. An app without the feature
 * has none, and ships none of its code.
 */
export abstract class RenewableSessions {
  /** Whether the means are there to renew a session with these tokens. */
  abstract includes(tokens: SessionTokens | null): boolean;

  /** Gives the tokens of such a session the id that tells it apart while they change. */
  abstract withId(tokens: SessionTokens): SessionTokens;

  /** Notes the session that this tab is in now; answers the id of the one that it was in. */
  abstract follow(tokens: SessionTokens | null, isOver: boolean): string | null;

  /** Notes that another tab ended this session. */
  abstract end(sessionId: string | null | undefined): void;

  /** Notes that another tab removed the token of a session. */
  abstract endOf(token: string | null): void;

  abstract hasEnded(sessionId: string | null): boolean;
}
