import { AuthStorage } from './auth-storage';
import { MemoryStorage } from './memory-storage';
import { SyncStorage } from './sync-storage';

/**
 * Falls back to memory for good at the first failure of the real storage (blocked, full, broken),
 * so that sign-in works and lasts as long as the page.
 */
export class ResilientStorage implements SyncStorage {
  readonly #memory = new MemoryStorage();
  #failed = false;

  constructor(private readonly storage: AuthStorage) {}

  get(key: string): string | null {
    this.#attempt(() => {
      const value: unknown = this.storage.get(key);
      // Kept for the case that the storage fails later, when it can no longer be asked.
      if (typeof value === 'string') this.#memory.set(key, value);
      else {
        this.#memory.remove(key);
        if (value !== null && value !== undefined) this.storage.remove(key);
      }
    });
    return this.#memory.get(key);
  }

  set(key: string, value: string): void {
    this.#memory.set(key, value);
    this.#attempt(() => this.storage.set(key, value));
    // What an earlier session left must not come back with the next page load.
    if (this.#failed) this.#removeQuietly(key);
  }

  remove(key: string): void {
    this.#memory.remove(key);
    this.#attempt(() => this.storage.remove(key));
    // Tried even after a failure: what is removed must not come back.
    if (this.#failed) this.#removeQuietly(key);
  }

  /** A storage that has failed before is not asked again. */
  #attempt(action: () => void): void {
    if (this.#failed) return;
    try {
      action();
    } catch (error) {
      this.#failed = true;
      // All keys of a session are written, or none stays.
      for (const key of this.#memory.keys()) this.#removeQuietly(key);
      console.warn(
        `ngx-auth-kit: storage failed (${error instanceof Error ? error.name : 'unknown'}); ` +
          'the session is kept in memory and ends with this page.',
      );
    }
  }

  #removeQuietly(key: string): void {
    try {
      this.storage.remove(key);
    } catch {
      // Warned already; there is nothing more to do with a storage that takes no orders.
    }
  }
}
