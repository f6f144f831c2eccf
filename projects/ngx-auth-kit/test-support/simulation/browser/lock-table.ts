import { Owner, Scheduler } from '../schedule/scheduler';

interface Page extends Owner {
  readonly name: string;
  readonly isAlive: boolean;
}

interface LockRequest {
  readonly page: Page;
  readonly name: string;
  readonly mode: LockMode;
  grant(): void;
}

/** Within this many milliseconds the browser grants a lock that is free. */
const GRANT = 20;

/** Web Locks (W3C): exclusive and shared, `signal`, `ifAvailable`; what a page holds dies with it. */
export class LockTable {
  readonly #held = new Set<LockRequest>();
  #waiting: LockRequest[] = [];
  /** How often one page had to wait for another. */
  waits = 0;

  constructor(private readonly scheduler: Scheduler) {}

  /** What a page finds as `navigator.locks`. */
  managerOf(page: Page): LockManager {
    const request = (name: string, ...rest: unknown[]) => {
      const callback = rest.at(-1) as LockGrantedCallback<unknown>;
      const options = rest.length > 1 ? (rest[0] as LockOptions) : {};
      return this.#request(page, name, options, callback);
    };
    const infoOf = ({ name, mode }: LockRequest) => ({ name, mode, clientId: page.name });
    const query = () =>
      Promise.resolve({
        held: [...this.#held].map(infoOf),
        pending: this.#waiting.map(infoOf),
      });
    return { request, query } as unknown as LockManager;
  }

  /** Whether the page holds a lock or waits for one: then it cannot enter the back-forward cache. */
  isInUseBy(page: Page): boolean {
    return [...this.#held, ...this.#waiting].some((request) => request.page === page);
  }

  releaseAll(page: Page): void {
    this.#waiting = this.#waiting.filter((request) => request.page !== page);
    for (const request of this.#held) if (request.page === page) this.#held.delete(request);
    this.#grantNext();
  }

  #request(
    page: Page,
    name: string,
    { signal, ifAvailable = false, mode = 'exclusive' }: LockOptions,
    callback: LockGrantedCallback<unknown>,
  ): Promise<unknown> {
    return new Promise((resolve, reject) => {
      if (!page.isAlive) return;
      if (signal?.aborted) return reject(signal.reason as Error);
      const abort = () => {
        this.#waiting = this.#waiting.filter((other) => other !== request);
        reject(signal?.reason as Error);
        this.#grantNext();
      };
      const run = (lock: Lock | null) => Promise.resolve().then(() => callback(lock));
      const grant = () => {
        signal?.removeEventListener('abort', abort);
        const free = () => {
          this.#held.delete(request);
          this.#grantNext();
        };
        run({ name, mode }).finally(free).then(resolve, reject);
      };
      const request: LockRequest = { page, name, mode, grant };
      if (ifAvailable && !this.#isFree(request, this.#waiting)) {
        run(null).then(resolve, reject);
        return;
      }
      signal?.addEventListener('abort', abort);
      if ([...this.#held].some((held) => held.name === name && held.page !== page)) this.waits++;
      this.#waiting.push(request);
      this.#grantNext();
    });
  }

  #grantNext(): void {
    const blocked: LockRequest[] = [];
    for (const request of this.#waiting) {
      if (!this.#isFree(request, blocked)) {
        blocked.push(request);
        continue;
      }
      this.#held.add(request);
      this.scheduler.deliver(`${request.page.name}: lock`, request.page, GRANT, () =>
        request.grant(),
      );
    }
    this.#waiting = blocked;
  }

  #isFree({ name, mode }: LockRequest, ahead: readonly LockRequest[]): boolean {
    const excludes = (other: LockRequest) =>
      other.name === name && (mode === 'exclusive' || other.mode === 'exclusive');
    return ![...this.#held, ...ahead].some(excludes);
  }
}
