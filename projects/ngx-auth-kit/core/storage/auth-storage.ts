/**
 * Where the session is kept between page loads. Implement it for a storage of your own. Its methods
 * answer at once, or all of them with promises: then the session is unknown until the first read. If
 * it throws, rejects, does not answer within `requestTimeout` or answers something else than text, the
 * session is kept in memory, with one warning.
 */
export interface AuthStorage {
  /** The stored value, or null. */
  get(key: string): string | null | Promise<string | null>;
  /** Stores a value under the key, in place of what was there. What it answers is ignored, but a promise is awaited. */
  set(key: string, value: string): unknown;
  /** Removes what is stored under the key, if anything. What it answers is ignored, but a promise is awaited. */
  remove(key: string): unknown;
}

/** The kinds of storage that come with the library: lasting, for the tab, for the page. */
export type AuthStorageKind = 'local' | 'session' | 'memory';
