import { AuthStorage } from '../core/storage/auth-storage';

type Method = keyof AuthStorage;

/** A storage that answers promises, later, and misbehaves where it is told to. */
export class SlowStorage implements AuthStorage {
  readonly entries: Map<string, string>;
  /** Every call, such as `set token`, in order. */
  readonly calls: string[] = [];
  /** What a call answers instead of the real answer; undefined: the real one. Called with `set token`. */
  fault: (call: string) => unknown = () => undefined;

  constructor(entries: Record<string, string> = {}) {
    this.entries = new Map(Object.entries(entries));
  }

  get(key: string): Promise<string | null> {
    return this.#call('get', key, () => this.entries.get(key) ?? null) as Promise<string | null>;
  }

  set(key: string, value: string): Promise<unknown> {
    return this.#call('set', key, () => this.entries.set(key, value));
  }

  remove(key: string): Promise<unknown> {
    return this.#call('remove', key, () => this.entries.delete(key));
  }

  async #call(method: Method, key: string, act: () => unknown): Promise<unknown> {
    const call = `${method} ${key}`;
    this.calls.push(call);
    const answer = await this.fault(call);
    // Later than everything that is ready now.
    await new Promise((resolve) => setTimeout(resolve));
    return answer === undefined ? act() : answer;
  }
}

/** Never answers. */
export const NEVER = new Promise<undefined>(() => undefined);

/** A promise that the spec keeps waiting. */
export function held() {
  let release!: () => void;
  const promise = new Promise<undefined>((resolve) => {
    release = () => resolve(undefined);
  });
  return { promise, release };
}
