/**
 * Where the session is kept between page loads. Implement it for a storage of your own; anything
 * that throws is replaced by memory, with one warning.
 */
export interface AuthStorage {
  /** The stored value, or null. */
  get(key: string): string | null;
  /** Stores a value under the key, in place of what was there. */
  set(key: string, value: string): void;
  /** Removes what is stored under the key, if anything. */
  remove(key: string): void;
}

/** The kinds of storage that come with the library: lasting, for the tab, for the page. */
export type AuthStorageKind = 'local' | 'session' | 'memory';
