import { Owner, Scheduler } from '../schedule/scheduler';
import { ChannelFault } from '../simulation-config';

interface Page extends Owner {
  readonly name: string;
  readonly isAlive: boolean;
  readonly isFrozen: boolean;
}

interface Endpoint {
  readonly page: Page;
  readonly name: string;
  receive(data: unknown): void;
}

/** Within this many milliseconds a message arrives, and a late one. */
const SOON = 100;
const LATE = 3_000;

/** Every BroadcastChannel of the browser: delays, and in some runs drops, repeats and reorders. */
export class ChannelHub {
  readonly #endpoints = new Set<Endpoint>();
  #count = 0;

  constructor(
    private readonly scheduler: Scheduler,
    private readonly faults: readonly ChannelFault[],
  ) {}

  /** The class that a page finds as `window.BroadcastChannel`. */
  channelOf(page: Page): typeof BroadcastChannel {
    const open = (endpoint: Endpoint) => this.#endpoints.add(endpoint);
    const close = (endpoint: Endpoint) => this.#endpoints.delete(endpoint);
    const post = (from: Endpoint, data: unknown) => this.#post(from, data);
    class PageChannel {
      onmessage: ((event: { data: unknown }) => void) | null = null;
      readonly #listeners = new Set<(event: { data: unknown }) => void>();
      readonly #endpoint: Endpoint;

      constructor(readonly name: string) {
        this.#endpoint = { page, name, receive: (data) => this.#receive(data) };
        open(this.#endpoint);
      }

      postMessage(data: unknown): void {
        post(this.#endpoint, data);
      }

      addEventListener(type: string, listener: (event: { data: unknown }) => void): void {
        if (type === 'message') this.#listeners.add(listener);
      }

      removeEventListener(_type: string, listener: (event: { data: unknown }) => void): void {
        this.#listeners.delete(listener);
      }

      close(): void {
        close(this.#endpoint);
      }

      #receive(data: unknown): void {
        this.onmessage?.({ data });
        this.#listeners.forEach((listener) => listener({ data }));
      }
    }
    return PageChannel as unknown as typeof BroadcastChannel;
  }

  /** A page that is gone hears nothing more. */
  closeAll(page: Page): void {
    for (const endpoint of this.#endpoints)
      if (endpoint.page === page) this.#endpoints.delete(endpoint);
  }

  #post(from: Endpoint, data: unknown): void {
    if (!from.page.isAlive) return;
    const copy = structuredClone(data);
    for (const to of this.#endpoints) {
      // A page in the back-forward cache is told nothing.
      if (to === from || to.name !== from.name || to.page.isFrozen) continue;
      const fault = this.faults[this.#count++ % this.faults.length] ?? 'deliver';
      if (fault === 'drop') continue;
      this.#send(from, to, copy, fault);
      if (fault === 'repeat') this.#send(from, to, copy, 'late');
    }
  }

  #send(from: Endpoint, to: Endpoint, data: unknown, fault: ChannelFault): void {
    const label = `${to.page.name}: message from ${from.page.name}`;
    const receive = () => this.#endpoints.has(to) && to.receive(data);
    // A late message is one that others overtake.
    if (fault === 'late') this.scheduler.deliver(label, to.page, LATE, receive);
    else this.scheduler.deliver(label, to.page, SOON, receive, `messages to ${to.page.name}`);
  }
}
