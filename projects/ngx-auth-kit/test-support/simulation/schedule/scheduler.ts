/** A page load, or nobody in particular. What belongs to a page happens while it is awake only. */
export interface Owner {
  readonly isAwake: boolean;
}

/** A timer, or a delivery that may come at any moment until it is due. */
export interface Pending {
  readonly id: number;
  readonly kind: 'timer' | 'delivery';
  readonly label: string;
  readonly owner: Owner | null;
  /** Deliveries of one queue keep their order. */
  readonly queue: string | null;
  due: number;
  run(): void;
}

/**
 * More events than any honest story needs in one stretch of time, and for each second of it: without Web
 * Locks, every call that waits looks at the lock seven times a second, in four events.
 */
const BUSY_LOOP = 3_000;
const BUSY_SECOND = 400;

/** Decides what happens next. Nothing in the world happens otherwise, but for promises. */
export class Scheduler {
  /** Real time, in milliseconds since 1970. */
  now = Date.UTC(2026, 0, 1);
  readonly #pending: Pending[] = [];
  #lastId = 0;

  /**
   * @param drain Lets every promise that can go on do so.
   * @param observe Looks at the world after each event, of which it is told the label.
   */
  constructor(
    private readonly drain: () => Promise<void>,
    private readonly observe: (label: string) => void,
  ) {}

  /** Adds a timer. */
  timer(label: string, owner: Owner | null, delay: number, run: () => void): Pending {
    return this.#add('timer', label, owner, null, this.now + Math.max(0, delay), run);
  }

  /** Adds a delivery that comes within so many milliseconds. */
  deliver(
    label: string,
    owner: Owner | null,
    within: number,
    run: () => void,
    queue: string | null = null,
  ): Pending {
    const ahead = this.#pending.filter((other) => queue !== null && other.queue === queue);
    const due = Math.max(this.now + within, ...ahead.map((other) => other.due));
    return this.#add('delivery', label, owner, queue, due, run);
  }

  cancel(pending: Pending | null | undefined): void {
    const index = pending ? this.#pending.indexOf(pending) : -1;
    if (index >= 0) this.#pending.splice(index, 1);
  }

  cancelAll(owner: Owner): void {
    for (const pending of this.#pending.filter((one) => one.owner === owner)) this.cancel(pending);
  }

  /** Timers of a device or page that slept go on where they stopped. */
  postpone(owner: Owner, by: number): void {
    for (const pending of this.#pending) if (pending.owner === owner) pending.due += by;
  }

  /** The deliveries that could come now. */
  deliverable(): Pending[] {
    const queues = new Set<string>();
    return this.#pending.filter(({ kind, queue, owner }) => {
      const isHead = queue === null || !queues.has(queue);
      if (queue !== null) queues.add(queue);
      return kind === 'delivery' && isHead && (owner?.isAwake ?? true);
    });
  }

  /** Lets one event happen now. */
  async run(pending: Pending): Promise<void> {
    this.cancel(pending);
    pending.run();
    await this.settlePromises(pending.label);
  }

  /** Lets time pass, and with it everything that falls due. */
  async advance(milliseconds: number): Promise<void> {
    const end = this.now + milliseconds;
    const busy = BUSY_LOOP + (milliseconds / 1000) * BUSY_SECOND;
    for (let count = 0; ; count++) {
      if (count > busy) throw new Error(`The world never comes to rest: ${this.describe()}`);
      const next = this.#next(end);
      if (!next) break;
      this.now = Math.max(this.now, next.due);
      await this.run(next);
    }
    this.now = Math.max(this.now, end);
  }

  async settlePromises(label = ''): Promise<void> {
    await this.drain();
    this.observe(label);
  }

  describe(): string {
    return this.#pending.map(({ label, due }) => `${label} in ${due - this.now} ms`).join('; ');
  }

  #next(end: number): Pending | null {
    let next: Pending | null = null;
    for (const pending of this.#pending) {
      if (pending.due > end || !(pending.owner?.isAwake ?? true)) continue;
      if (!next || pending.due < next.due) next = pending;
    }
    return next;
  }

  #add(
    kind: Pending['kind'],
    label: string,
    owner: Owner | null,
    queue: string | null,
    due: number,
    run: () => void,
  ): Pending {
    const pending: Pending = { id: ++this.#lastId, kind, label, owner, queue, due, run };
    this.#pending.push(pending);
    return pending;
  }
}
