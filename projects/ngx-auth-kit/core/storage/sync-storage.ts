/** Storage as the session sees it: it answers at once. */
export interface SyncStorage {
  get(key: string): string | null;
  set(key: string, value: string): void;
  remove(key: string): void;
  /**
   * Settles once all is written, and read again if that is wanted: what other tabs have written.
   * Missing where storage has no need to wait.
   */
  settled?(readAgain: boolean): Promise<void | undefined>;
}
