import { SyncStorage } from './sync-storage';

/** Storage that lasts as long as the page. */
export class MemoryStorage implements SyncStorage {
  readonly #values = new Map<string, string>();

  /** The keys in use. */
  keys(): Iterable<string> {
    return this.#values.keys();
  }

  get(key: string): string | null {
    return this.#values.get(key) ?? null;
  }

  set(key: string, value: string): void {
    this.#values.set(key, value);
  }

  remove(key: string): void {
    this.#values.delete(key);
  }
}
