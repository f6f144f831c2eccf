import { SessionTokens } from './session-tokens';

/**
 * What `withTokenRefresh()` knows of sessions that can be renewed. An app without it has none, and
 * ships none of its code.
 */
export abstract class RenewableSessions {
  /** Whether the means are there to renew a session with these tokens. */
  abstract includes(tokens: SessionTokens | null): boolean;

  /** Gives the tokens of such a session the id that tells it apart while they change. */
  abstract withId(tokens: SessionTokens): SessionTokens;
}
