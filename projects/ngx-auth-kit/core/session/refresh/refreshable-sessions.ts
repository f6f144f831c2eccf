import { inject, Injectable } from '@angular/core';
import { AUTH_CONFIG } from '../../config/resolved-config';
import { RenewableSessions } from '../renewable-sessions';
import { SessionTokens } from '../session-tokens';
import { withSessionId } from './with-session-id';

/** More tokens than can be replaced before the news of the first arrives. */
const REMEMBERED = 64;

/**
 * The sessions with a token that buys the next one, or a cookie that does. Follows this tab from one
 * to the next.
 */
@Injectable()
export class RefreshableSessions extends RenewableSessions {
  readonly #config = inject(AUTH_CONFIG);
  /** The session that this tab is in, also while it ends. */
  #sessionId: string | null = null;
  /** Which session a token was of, for those that other tabs remove. */
  readonly #sessionOf = new Map<string, string>();
  readonly #ended = new Set<string>();

  override includes(tokens: SessionTokens | null): boolean {
    const { usesCookie, backend } = this.#config;
    const { refresh } = backend.endpoints;
    if (!refresh) return false;
    if (usesCookie || refresh.withCredentials === true) return true;
    return tokens !== null && (tokens.refresh !== null || refresh.token === 'access');
  }

  override withId(tokens: SessionTokens): SessionTokens {
    return this.includes(tokens) ? withSessionId(tokens) : tokens;
  }

  override follow(tokens: SessionTokens | null, isOver: boolean): string | null {
    const before = this.#sessionId;
    if (isOver) this.end(before);
    this.#sessionId = tokens?.sessionId ?? null;
    if (tokens && this.#sessionId !== null) {
      if (this.#sessionOf.size >= REMEMBERED) this.#sessionOf.clear();
      this.#sessionOf.set(tokens.access.value, this.#sessionId);
    }
    return before;
  }

  override end(sessionId: string | null | undefined): void {
    if (sessionId) this.#ended.add(sessionId);
  }

  override endOf(token: string | null): void {
    this.end(this.#sessionOf.get(token ?? ''));
  }

  override hasEnded(sessionId: string | null): boolean {
    return sessionId !== null && this.#ended.has(sessionId);
  }
}
