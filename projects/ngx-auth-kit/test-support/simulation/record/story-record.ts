import { AuthEventType } from '../../../core/public-api';
import { UserName } from '../server/credentials';

/** Whose session a page believes to be in; null where it does not know. */
export interface Belief {
  readonly status: 'pending' | 'authenticated' | 'anonymous';
  readonly sessionId: string | null;
  readonly user: UserName | null;
}

/** Something that the user or the app asked for, and whether it was answered. */
export interface ActionRecord {
  readonly label: string;
  readonly page: string;
  readonly startedAt: number;
  /** What the page believed when the app asked. */
  readonly under: Belief;
  readonly requestId: string | null;
  settledAt: number | null;
  outcome: string | null;
}

/** An AuthEvent, and what the page believed just before. */
export interface EventRecord {
  readonly page: string;
  readonly type: AuthEventType;
  readonly fromThisTab: boolean;
  readonly before: Belief;
  readonly at: number;
}

/** The end of a session by somebody's will. */
export interface SignOutRecord {
  readonly page: string;
  readonly sessionId: string;
  readonly at: number;
  readonly reason: 'logout' | 'idle';
  /** How many exchanges there had been. */
  readonly sent: number;
}

/** A sign of life from the user. */
export interface TouchRecord {
  readonly sessionId: string;
  readonly at: number;
}

/** A page load. */
export interface PageRecord {
  readonly name: string;
  readonly tab: number;
  readonly openedAt: number;
  /** How the tab came to its `sessionStorage`. */
  readonly isDuplicate: boolean;
  closedAt: number | null;
}

/** A broken invariant. */
export interface Violation {
  readonly invariant: string;
  /** The same words whenever the same thing went wrong. */
  readonly kind: string;
  readonly detail: string;
}

/** Everything that the observer wrote down. */
export class StoryRecord {
  readonly actions: ActionRecord[] = [];
  readonly events: EventRecord[] = [];
  readonly signOuts: SignOutRecord[] = [];
  readonly pages: PageRecord[] = [];
  readonly touches: TouchRecord[] = [];
  /** What was seen to be wrong while the story went on. */
  readonly violations: Violation[] = [];
  /** Storage was cleared by the user at these moments. */
  readonly clearings: number[] = [];
  /** What happened in this story, for the count of what the runs cover. */
  readonly covered = new Set<string>();
  /** What happened and what pages believed, line by line; null unless somebody will read it. */
  log: string[] | null = null;

  violation(invariant: string, kind: string, detail: string): void {
    this.violations.push({ invariant, kind, detail });
  }
}
