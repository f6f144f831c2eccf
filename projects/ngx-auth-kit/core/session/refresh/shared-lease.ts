import { inject } from '@angular/core';
import { BROWSER_WINDOW } from '../../config/browser-window';
import { TIME } from '../../config/time';
import { randomId } from '../state/random-id';
import { momentOf, passedSince } from '../time/moment';

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
    // Of this request: two of one tab exclude each other too.
    const holder = randomId();
    while (!(await this.#change(holder, this.longest))) {
      await this.#pause();
      if (signal.aborted) return;
    }
    try {
      if (!signal.aborted) await task();
    } finally {
      await this.#change(holder, null);
    }
  }

  /** Writes the record unless it is another tab's. A null duration removes it. */
  async #change(id: string, duration: number | null): Promise<boolean> {
    // Opened each time: who clears the site's data leaves waiting tabs with a database that is gone.
    const database = await this.#open();
    // Without any means to exclude the others the page goes on alone.
    if (!database) return true;
    const since = momentOf(this.#time);
    const isMine = await this.#write(database, id, duration);
    database.close();
    // A device that slept meanwhile may have let the lock expire unnoticed.
    return isMine && passedSince(since, this.#time) < PAUSE;
  }

  #write(database: IDBDatabase, id: string, duration: number | null): Promise<boolean> {
    return new Promise((resolve) => {
      let isMine = false;
      try {
        const transaction = database.transaction(STORE, 'readwrite');
        const store = transaction.objectStore(STORE);
        const reading = store.get(KEY);
        reading.onsuccess = () => {
          const now = this.#time.now();
          const { holder, until } = (reading.result ?? { until: 0 }) as LeaseRecord;
          // A clock that was set back must not keep the lock from everybody.
          isMine = holder === id || until <= now || until > now + this.longest;
          if (!isMine) return;
          if (duration === null) store.delete(KEY);
          else store.put({ holder: id, until: now + duration } satisfies LeaseRecord, KEY);
        };
        transaction.oncomplete = () => resolve(isMine);
        transaction.onabort = transaction.onerror = () => resolve(false);
      } catch {
        // The user has just cleared the site's data, which closes the database.
        resolve(false);
      }
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
