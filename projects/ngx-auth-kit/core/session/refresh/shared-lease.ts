import { inject } from '@angular/core';
import { BROWSER_WINDOW } from '../../config/browser-window';
import { TIME } from '../../config/time';
import { randomId } from '../state/random-id';

/** How often a tab looks whether the lock is free, in milliseconds. */
const PAUSE = 100;
const STORE = 'leases';
const KEY = 'refresh';

/** Who may refresh, and until when at the latest. */
interface LeaseRecord {
  readonly holder: string;
  readonly until: number;
}

/**
 * A lock for pages without Web Locks, which browsers keep from pages that are served without TLS: a
 * record in IndexedDB, whose `readwrite` transactions run one after the other in all tabs. A tab that
 * dies with the lock loses it after a while. Created in an injection context.
 */
export class SharedLease {
  readonly #window = inject(BROWSER_WINDOW);
  readonly #time = inject(TIME);
  readonly #id = randomId();

  /**
   * @param name Of the database.
   * @param longest How long a tab may keep the lock, in milliseconds.
   */
  constructor(
    private readonly name: string,
    private readonly longest: number,
  ) {}

  /** Waits for the lock and runs the task under it. Never settles once it is aborted while it waits. */
  async request(signal: AbortSignal, task: () => Promise<void>): Promise<void> {
    const database = await this.#open();
    // Without any means to exclude the others the page goes on alone.
    if (!database) return task();
    try {
      while (
        !(await this.#change(database, (now) => ({ holder: this.#id, until: now + this.longest })))
      ) {
        await this.#pause();
        if (signal.aborted) return;
      }
      try {
        if (!signal.aborted) await task();
      } finally {
        await this.#change(database, () => null);
      }
    } finally {
      database.close();
    }
  }

  /** Writes the record unless it is another tab's. */
  #change(database: IDBDatabase, next: (now: number) => LeaseRecord | null): Promise<boolean> {
    return new Promise((resolve) => {
      const transaction = database.transaction(STORE, 'readwrite');
      const store = transaction.objectStore(STORE);
      let isMine = false;
      const reading = store.get(KEY);
      reading.onsuccess = () => {
        const now = this.#time.now();
        const { holder, until } = (reading.result ?? { until: 0 }) as LeaseRecord;
        // A clock that was set back must not keep the lock from everybody.
        isMine = holder === this.#id || until <= now || until > now + this.longest;
        const record = next(now);
        if (isMine && record) store.put(record, KEY);
        else if (isMine) store.delete(KEY);
      };
      transaction.oncomplete = () => resolve(isMine);
      transaction.onabort = transaction.onerror = () => resolve(false);
    });
  }

  #open(): Promise<IDBDatabase | null> {
    return new Promise((resolve) => {
      try {
        const opening = this.#window!.indexedDB.open(this.name);
        opening.onupgradeneeded = () => opening.result.createObjectStore(STORE);
        opening.onsuccess = () => resolve(opening.result);
        opening.onerror = opening.onblocked = () => resolve(null);
      } catch {
        // Missing, or denied to this page.
        resolve(null);
      }
    });
  }

  #pause(): Promise<void> {
    return new Promise((resolve) => this.#time.setTimeout(resolve, PAUSE));
  }
}
