import { inject, Injectable, InjectionToken } from '@angular/core';
import { BROWSER_WINDOW } from '../../config/browser-window';
import { AUTH_CONFIG } from '../../config/resolved-config';
import { injectDevMessages } from '../../errors/dev-messages';
import { SyncStorage } from '../../storage/sync-storage';
import { browserStorage, CONFIGURED_STORAGE } from '../../storage/configured-storage';
import { AuthTokens } from '../auth-tokens';
import { RememberMe } from '../remember-me/remember-me';
import { explainMalformed } from '../state/explain-malformed';
import { randomId } from '../state/random-id';
import { toSessionTokens } from '../state/session-tokens';
import { StoredSession, StoredState } from '../state/stored-session';
import { subjectOf } from '../state/subject-of';

/** Where earlier code of the app stored its tokens, and how to read them. */
export interface LegacySource {
  readonly keys: readonly string[];
  read(...values: (string | null)[]): AuthTokens | null;
}

export const LEGACY_TOKENS = new InjectionToken<LegacySource>(
  typeof ngDevMode === 'undefined' || ngDevMode ? 'ngx-auth-kit legacy tokens' : '',
);

/** The session in storage, into which the tokens of earlier code are turned before anybody reads it. */
@Injectable()
export class LegacyTokens extends StoredSession {
  readonly #prefix = inject(AUTH_CONFIG).headerPrefix;
  readonly #source = inject(LEGACY_TOKENS);
  readonly #storage = inject(CONFIGURED_STORAGE);
  readonly #rememberMe = inject(RememberMe, { optional: true });
  readonly #window = inject(BROWSER_WINDOW);
  readonly #messages = injectDevMessages();

  #isTaken = false;

  override read(): StoredState {
    if (!this.#isTaken) this.#takeOver();
    return super.read();
  }

  #takeOver(): void {
    this.#isTaken = true;
    if (!this.#window) return;
    for (const kind of ['localStorage', 'sessionStorage'] as const) {
      const values = this.#take(browserStorage(this.#window, kind));
      if (values.some((value) => value !== null)) this.#begin(values, kind === 'localStorage');
    }
  }

  /** Removed in any case: after a sign-out the next page load must not find them again. */
  #take(storage: SyncStorage): (string | null)[] {
    // With `withRememberMe()`, where the token is decides which details are read.
    this.#storage.get(this.keys[0]);
    const isOwn = this.#storage.get(this.keys[1]) !== null;
    return this.#source.keys.map((key) => {
      if (isOwn && key === this.keys[0]) return null;
      const value = storage.get(key);
      storage.remove(key);
      return isOwn ? null : value;
    });
  }

  #begin(values: (string | null)[], lasts: boolean): void {
    const granted = this.#read(values);
    const tokens = toSessionTokens(granted, this.#prefix);
    if (!tokens) {
      if (typeof ngDevMode === 'undefined' || ngDevMode) {
        if (granted) explainMalformed(this.#messages, 'legacy tokens were not taken over', granted);
      }
      return;
    }
    this.#rememberMe?.choose(lasts);
    const subject = subjectOf(tokens, null);
    this.write({ id: randomId(), version: 1, subject, offset: 0, tokens });
  }

  #read(values: (string | null)[]): AuthTokens | null {
    try {
      return this.#source.read(...values);
    } catch {
      // Garbage of earlier code is no session; its text stays out of the console.
      return null;
    }
  }
}
