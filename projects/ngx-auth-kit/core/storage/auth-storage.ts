/**
 * Keeps the session between page loads. Implement it for your own storage. Either all methods
 * return values, or all return promises. With promises, the status is `pending` until the first
 * read. If a method throws, rejects, does not answer within `requestTimeout` or returns something
 * else than text, the session is kept in memory, with one warning.
 */
export interface AuthStorage {
  /** Returns the stored value, or null. */
  get(key: string): string | null | Promise<string | null>;
  /**
   * Stores a value under the key and replaces the old one. The return value is ignored, but a
   * promise is awaited.
   */
  set(key: string, value: string): unknown;
  /** Removes the value under the key. The return value is ignored, but a promise is awaited. */
  remove(key: string): unknown;
}

/**
 * The storages of the library: `local` lasts until sign-out, `session` until the tab is closed, and
 * `memory` until the page is left.
 */
export type AuthStorageKind = 'local' | 'session' | 'memory';
