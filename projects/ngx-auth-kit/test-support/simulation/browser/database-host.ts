import { Owner, Scheduler } from '../schedule/scheduler';
import { Connection, Database, Stores } from './database';

interface Page extends Owner {
  readonly name: string;
  readonly isAlive: boolean;
}

interface OpenRequest {
  result: Connection | null;
  onupgradeneeded: (() => void) | null;
  onsuccess: (() => void) | null;
  onerror: (() => void) | null;
  onblocked: (() => void) | null;
}

/** Within this many milliseconds a database is open. */
const OPENING = 20;

/** IndexedDB as far as the library uses it: the databases of the browser, which all pages share. */
export class DatabaseHost {
  readonly #databases = new Map<string, Database>();

  constructor(private readonly scheduler: Scheduler) {}

  /** What a page finds as `window.indexedDB`. */
  factoryOf(page: Page): IDBFactory {
    return { open: (name: string) => this.#open(page, name) } as unknown as IDBFactory;
  }

  /** Whether the page has a transaction: then it cannot enter the back-forward cache. */
  isInUseBy(page: Page): boolean {
    return [...this.#databases.values()].some((database) => database.isInUseBy(page));
  }

  /** The transactions of a page that is gone are aborted. */
  abandon(page: Page): void {
    this.#databases.forEach((database) => database.abort((by) => by === page));
  }

  /** The user clears the data of the site: connections are closed by force. */
  clear(): void {
    this.#databases.forEach((database) => database.remove());
    this.#databases.clear();
  }

  #open(page: Page, name: string): OpenRequest {
    const request: OpenRequest = {
      result: null,
      onupgradeneeded: null,
      onsuccess: null,
      onerror: null,
      onblocked: null,
    };
    const open = () => {
      const known = this.#databases.get(name);
      const database = known ?? new Database(this.scheduler, new Map() as Stores);
      this.#databases.set(name, database);
      request.result = database.connect(page);
      // No other page gets to a new database before it has its stores.
      if (!known) request.onupgradeneeded?.();
      request.onsuccess?.();
    };
    this.scheduler.deliver(`${page.name}: database opens`, page, OPENING, open, 'databases');
    return request;
  }
}
