import { Owner, Pending, Scheduler } from '../schedule/scheduler';

interface Page extends Owner {
  readonly name: string;
}

interface ValueRequest {
  result: unknown;
  onsuccess: (() => void) | null;
}

/** Within this many milliseconds a database answers. */
const STEP = 10;

/** A `readwrite` transaction: reads what was committed, and commits when nothing is asked any more. */
export class DatabaseTransaction {
  oncomplete: (() => void) | null = null;
  onabort: (() => void) | null = null;
  onerror: (() => void) | null = null;
  readonly #asked: (() => void)[] = [];
  /** What is to be committed, by key; undefined is removed. */
  readonly #written = new Map<string, unknown>();
  #step: Pending | null = null;

  /** @param onEnd Lets the next transaction begin. */
  constructor(
    readonly page: Page,
    private readonly values: Map<string, unknown>,
    private readonly scheduler: Scheduler,
    private readonly onEnd: () => void,
  ) {}

  objectStore(): object {
    const write = (key: string, value: unknown) =>
      this.#ask(() => this.#written.set(key, structuredClone(value)));
    return {
      get: (key: string) => this.#ask(() => structuredClone(this.#read(key))),
      put: (value: unknown, key: string) => write(key, value),
      delete: (key: string) => write(key, undefined),
    };
  }

  /** Its turn has come. */
  start(): void {
    this.#step = this.#deliver('answers', () => this.#goOn());
  }

  abort(): void {
    this.scheduler.cancel(this.#step);
    this.onEnd();
    this.#deliver('is aborted', () => this.onabort?.());
  }

  #read(key: string): unknown {
    return this.#written.has(key) ? this.#written.get(key) : this.values.get(key);
  }

  #ask(run: () => unknown): ValueRequest {
    const request: ValueRequest = { result: undefined, onsuccess: null };
    this.#asked.push(() => {
      request.result = run();
      request.onsuccess?.();
    });
    return request;
  }

  #goOn(): void {
    const [asked] = this.#asked.splice(0, 1);
    if (asked) {
      asked();
      const label = this.#asked.length > 0 ? 'answers' : 'commits';
      this.#step = this.#deliver(label, () => this.#goOn());
      return;
    }
    this.#commit();
    this.onEnd();
    this.oncomplete?.();
  }

  #commit(): void {
    for (const [key, value] of this.#written) {
      if (value === undefined) this.values.delete(key);
      else this.values.set(key, value);
    }
  }

  #deliver(what: string, run: () => void): Pending {
    return this.scheduler.deliver(`${this.page.name}: database ${what}`, this.page, STEP, run);
  }
}
