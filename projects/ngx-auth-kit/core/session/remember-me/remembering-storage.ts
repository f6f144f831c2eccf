import { inject, Injectable } from '@angular/core';
import { BROWSER_WINDOW } from '../../config/browser-window';
import { AUTH_CONFIG } from '../../config/resolved-config';
import { SyncStorage } from '../../storage/sync-storage';
import { browserStorage } from '../../storage/configured-storage';
import { sessionKeys } from '../../storage/session-keys';
import { RememberMe } from './remember-me';

/**
 * `localStorage` for sessions that last and `sessionStorage` for those of this tab. A tab with a
 * session of its own leaves the lasting one, which may be another tab's, alone.
 */
@Injectable()
export class RememberingStorage extends RememberMe implements SyncStorage {
  readonly #tokenKey = inject(AUTH_CONFIG).tokenKey;
  readonly #window = inject(BROWSER_WINDOW);
  readonly #lasting = browserStorage(this.#window, 'localStorage');
  readonly #tabOnly = browserStorage(this.#window, 'sessionStorage');
  #current = this.#lasting;

  get(key: string): string | null {
    // Where the token is, there is the session.
    if (key === this.#tokenKey) {
      const isTabOnly = typeof this.#tabOnly.get(key) === 'string';
      this.#current = isTabOnly ? this.#tabOnly : this.#lasting;
    }
    return this.#current.get(key);
  }

  set(key: string, value: string): void {
    this.#current.set(key, value);
  }

  remove(key: string): void {
    this.#current.remove(key);
  }

  override choose(remember: boolean): void {
    this.#current = remember ? this.#lasting : this.#tabOnly;
    this.#empty(remember ? this.#tabOnly : this.#lasting);
  }

  override isTabOnly(): boolean {
    return this.#current === this.#tabOnly;
  }

  override clear(): void {
    this.#empty(this.#tabOnly);
    this.#empty(this.#lasting);
  }

  #empty(storage: SyncStorage): void {
    sessionKeys(this.#tokenKey).forEach((key) => storage.remove(key));
  }
}
