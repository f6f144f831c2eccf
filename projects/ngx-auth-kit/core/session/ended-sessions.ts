/**
 * Knows which sessions are over: the late answer of a renewal in another tab may store one of them
 * again. Provided by `withTokenRefresh()`; without it no answer comes late.
 */
export abstract class EndedSessions {
  /** Notes the session that this tab is in now; answers the id of the one that it was in. */
  abstract follow(isOver: boolean): string | null;

  /** Notes that another tab ended this session. */
  abstract add(sessionId: string | null | undefined): void;

  /** Notes that another tab removed the token of a session. */
  abstract addOf(token: string | null): void;

  abstract has(sessionId: string | null): boolean;
}
