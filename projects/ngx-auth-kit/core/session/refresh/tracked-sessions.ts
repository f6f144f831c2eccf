import { inject, Injectable } from '@angular/core';
import { EndedSessions } from '../ended-sessions';
import { SessionStore } from '../session-store';

/** More tokens than can be replaced before the news of the first arrives. */
const REMEMBERED = 64;

/** Follows this tab from session to session. */
@Injectable()
export class TrackedSessions extends EndedSessions {
  readonly #store = inject(SessionStore);
  /** The session that this tab is in, also while it ends. */
  #sessionId: string | null = null;
  /** Which session a token was of, for those that other tabs remove. */
  readonly #sessionOf = new Map<string, string>();
  readonly #ended = new Set<string>();

  constructor() {
    super();
    this.follow(false);
  }

  override follow(isOver: boolean): string | null {
    const before = this.#sessionId;
    if (isOver) this.add(before);
    const tokens = this.#store.tokens();
    this.#sessionId = tokens?.sessionId ?? null;
    if (tokens && this.#sessionId !== null) {
      if (this.#sessionOf.size >= REMEMBERED) this.#sessionOf.clear();
      this.#sessionOf.set(tokens.access.value, this.#sessionId);
    }
    return before;
  }

  override add(sessionId: string | null | undefined): void {
    if (sessionId) this.#ended.add(sessionId);
  }

  override addOf(token: string | null): void {
    this.add(this.#sessionOf.get(token ?? ''));
  }

  override has(sessionId: string | null): boolean {
    return sessionId !== null && this.#ended.has(sessionId);
  }
}
