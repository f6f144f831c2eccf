import { Owner, Scheduler } from '../schedule/scheduler';
import { DatabaseTransaction } from './database-transaction';

/** The values of each store by their keys. */
export type Stores = Map<string, Map<string, unknown>>;

interface Page extends Owner {
  readonly name: string;
  readonly isAlive: boolean;
}

/** A page's connection to a database. */
export interface Connection {
  createObjectStore(name: string): void;
  transaction(store: string, mode: IDBTransactionMode): DatabaseTransaction;
  close(): void;
}

/** One database. Its transactions run one after the other, in the order in which they were created. */
export class Database {
  readonly #queue: DatabaseTransaction[] = [];
  #isRemoved = false;

  constructor(
    private readonly scheduler: Scheduler,
    private readonly stores: Stores,
  ) {}

  connect(page: Page): Connection {
    let isClosed = false;
    return {
      createObjectStore: (name) => this.stores.set(name, new Map()),
      transaction: (store, mode) => {
        const values = this.stores.get(store);
        if (isClosed || this.#isRemoved) throw new Error('InvalidStateError');
        if (!values || mode !== 'readwrite') throw new Error('NotFoundError');
        return this.#begin(page, values);
      },
      close: () => (isClosed = true),
    };
  }

  isInUseBy(page: Page): boolean {
    return this.#queue.some((transaction) => transaction.page === page);
  }

  /** Aborts the transactions of these pages: none of what they wrote stays. */
  abort(isMeant: (page: Owner) => boolean): void {
    for (const transaction of this.#queue.filter(({ page }) => isMeant(page))) {
      transaction.abort();
    }
  }

  remove(): void {
    this.#isRemoved = true;
    this.abort(() => true);
  }

  #begin(page: Page, values: Map<string, unknown>): DatabaseTransaction {
    const transaction = new DatabaseTransaction(page, values, this.scheduler, () => {
      const wasFirst = this.#queue[0] === transaction;
      this.#queue.splice(this.#queue.indexOf(transaction), 1);
      if (wasFirst) this.#queue[0]?.start();
    });
    // Promises of a page that is gone may still go on here, but reach nothing.
    if (!page.isAlive) return transaction;
    this.#queue.push(transaction);
    if (this.#queue[0] === transaction) transaction.start();
    return transaction;
  }
}
