/** A page that uses a storage area. */
export interface StorageUser {
  readonly isAlive: boolean;
}

/** A change that other pages hear of. */
export interface StorageChange {
  readonly key: string | null;
  readonly oldValue: string | null;
  readonly newValue: string | null;
}

/** `localStorage`, or the `sessionStorage` of one tab: its values, whoever looks at them. */
export class StorageArea {
  readonly values = new Map<string, string>();
  /** Whether writing fails, as when the quota is used up. */
  isFull = false;

  constructor(private readonly tell: (change: StorageChange, by: StorageUser | null) => void) {}

  /** The area as one page has it. A page that is gone reads and writes nothing. */
  of(page: StorageUser): Storage {
    const { values } = this;
    const storage = {
      get length() {
        return values.size;
      },
      key: (index: number) => [...values.keys()][index] ?? null,
      getItem: (key: string) => (page.isAlive ? (values.get(key) ?? null) : null),
      setItem: (key: string, value: string) => page.isAlive && this.#set(key, value, page),
      removeItem: (key: string) => page.isAlive && this.#set(key, null, page),
      clear: () => page.isAlive && this.clear(page),
    };
    return storage as unknown as Storage;
  }

  /** What "clear site data" does, or `clear()` in a page. */
  clear(by: StorageUser | null = null): void {
    this.values.clear();
    this.tell({ key: null, oldValue: null, newValue: null }, by);
  }

  #set(key: string, newValue: string | null, by: StorageUser): void {
    if (newValue !== null && this.isFull) throw new Error('QuotaExceededError');
    const oldValue = this.values.get(key) ?? null;
    if (newValue === oldValue) return;
    if (newValue === null) this.values.delete(key);
    else this.values.set(key, String(newValue));
    this.tell({ key, oldValue, newValue }, by);
  }
}
