/**
 * Where the session is kept between page loads. Implement it for a storage of your own; anything
 * that throws is replaced by memory, with one warning.
 */
export interface AuthStorage {
  /** The stored value, or null. */
  get(key: string): string | null;
  set(key: string, value: string): void;
  remove(key: string): void;
}

/** The kinds of storage that come with the library: lasting, for the tab, for the page. */
export type AuthStorageKind = 'local' | 'session' | 'memory';
