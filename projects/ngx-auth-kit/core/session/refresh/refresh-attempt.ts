import { HttpResponse } from '@angular/common/http';
import { DestroyRef, inject, Injectable } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import { BROWSER_WINDOW } from '../../config/browser-window';
import { AUTH_CONFIG } from '../../config/resolved-config';
import { TIME } from '../../config/time';
import { AuthError } from '../../errors/auth-error';
import { AuthApi } from '../../http/auth-api';
import { GrantReader } from '../grant-reader';
import { SessionClock } from '../session-clock';
import { SessionStore } from '../session-store';
import { SessionTokens } from '../session-tokens';
import { StoredSession } from '../stored-session';
import { LockedOutcome } from './refresh-lock';
import { withSessionId } from './with-session-id';

/** How long a refused tab without the lock waits for the winner's tokens, in milliseconds. */
const WAIT_FOR_WINNER = 1_000;

/**
 * One attempt to renew the session. Writes storage and nothing else, because it runs under a lock:
 * the caller tells the app afterwards.
 */
@Injectable({ providedIn: 'root' })
export class RefreshAttempt {
  readonly #usesCookie = inject(AUTH_CONFIG).usesCookie;
  readonly #api = inject(AuthApi);
  readonly #grants = inject(GrantReader);
  readonly #clock = inject(SessionClock);
  readonly #store = inject(SessionStore);
  readonly #stored = inject(StoredSession);
  readonly #window = inject(BROWSER_WINDOW);
  readonly #time = inject(TIME);
  readonly #destroyRef = inject(DestroyRef);

  /**
   * The renewed tokens, or those that another tab has got meanwhile; null with cookie sessions.
   * @param version Of the session to renew.
   * @param locked Whether other tabs are kept from doing the same.
   */
  async run(version: number, locked: boolean): Promise<LockedOutcome<SessionTokens | null>> {
    this.#assertCurrent(version);
    const known = this.#store.tokens();
    if (this.#usesCookie) {
      await this.#call(null);
      this.#assertCurrent(version);
      return { result: null, hasStored: true };
    }
    const newer = this.#newerThan(known);
    if (newer && !this.#clock.hasPassed(newer.expiresAt)) {
      return { result: newer, hasStored: false };
    }
    const used = newer ?? known;
    try {
      const response = await this.#call(used);
      this.#assertCurrent(version);
      this.#newerThan(used);
      const tokens = withSessionId(this.#renewed(response, used));
      this.#stored.write(tokens);
      return { result: tokens, hasStored: true };
    } catch (error) {
      if (!(error instanceof AuthError) || error.code !== 'session_expired') throw error;
      const result = await this.#tokensOfWinner(used, version, locked, error);
      return { result, hasStored: false };
    }
  }

  /** The tokens of the answer; what it does not renew stays. */
  #renewed(response: HttpResponse<unknown>, used: SessionTokens | null): SessionTokens {
    const granted = this.#grants.readTokens(response);
    const refreshToken = granted?.refreshToken ?? used?.refresh ?? undefined;
    return this.#grants.usable(granted && { ...granted, refreshToken }, response, used?.sessionId);
  }

  #call(used: SessionTokens | null): Promise<HttpResponse<unknown>> {
    return firstValueFrom(this.#api.call('refresh', null, used));
  }

  /** A refused tab may have lost a race: then the session goes on with the winner's tokens. */
  async #tokensOfWinner(
    used: SessionTokens | null,
    version: number,
    locked: boolean,
    refusal: AuthError,
  ): Promise<SessionTokens> {
    this.#assertCurrent(version);
    if (!locked && !this.#newerThan(used)) await this.#storageChange();
    this.#assertCurrent(version);
    const newer = this.#newerThan(used);
    if (!newer) throw refusal;
    return newer;
  }

  /** The stored tokens of the same session if they are newer. Throws where the session is over. */
  #newerThan(known: SessionTokens | null): SessionTokens | null {
    const stored = this.#stored.read();
    const isOver = known && (!stored || stored.sessionId !== known.sessionId);
    if (isOver) throw new AuthError('session_expired');
    return stored && stored.access.value !== known?.access.value ? stored : null;
  }

  #assertCurrent(version: number): void {
    const over = this.#destroyRef.destroyed || this.#store.version !== version;
    if (over) throw new AuthError('session_expired');
  }

  #storageChange(): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        this.#time.clearTimeout(timer);
        this.#window?.removeEventListener('storage', done);
        resolve();
      };
      const timer = this.#time.setTimeout(done, WAIT_FOR_WINNER);
      this.#window?.addEventListener('storage', done);
    });
  }
}
