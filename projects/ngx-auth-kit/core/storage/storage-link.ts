import type { ResolvedAuthConfig } from '../config/resolved-config';
import type { WakeTimer } from '../session/time/wake-timer';
import type { AuthStorage } from './auth-storage';
import { logged, newest } from './interrupted-write';
import type { sessionKeys } from './session-keys';

/** What the link needs to know. */
export interface LinkContext {
  readonly config: ResolvedAuthConfig;
  /** The copy that the session is read from. */
  readonly values: Map<string, string | null>;
  /** What the storage is still to be told; null: to remove it. */
  readonly changes: Map<string, string | null>;
  /** The answer to the first question, for the access token. */
  readonly first: PromiseLike<unknown>;
  readonly keys: ReturnType<typeof sessionKeys>;
  readonly timer: WakeTimer;
  /** Called when the timer has run out. */
  onLate: () => void;
}

/**
 * Reads and writes a storage that answers promises, one step after the other. Leaves it for good at
 * the first failure. Loaded for such a storage only, so it imports nothing that every app has.
 */
export class StorageLink {
  readonly #storage: AuthStorage;
  readonly #keys: LinkContext['keys'];
  readonly #changes: LinkContext['changes'];
  /** Calls without an answer yet. */
  readonly #waiting = new Set<string>();
  #first: PromiseLike<unknown> | null;
  #queue = Promise.resolve();
  /** The access token that the storage holds, as far as is known. */
  #token: string | null = null;
  #hasRead = false;
  #hasFailed = false;

  constructor(private readonly context: LinkContext) {
    const { config, first, keys, changes } = context;
    this.#storage = config.storage as AuthStorage;
    this.#first = first;
    this.#keys = keys;
    this.#changes = changes;
  }

  /** Settles once all changes are written, and read again if that is wanted. Never rejects. */
  settled(readAgain: boolean): Promise<void> {
    return (this.#queue = this.#queue.then(() => this.#settle(readAgain)));
  }

  async #settle(readAgain: boolean): Promise<void> {
    if (this.#hasFailed) {
      this.#removeChanged();
      return;
    }
    let isWriting = false;
    try {
      const isFirst = !this.#hasRead;
      // What is stored is to be known before it is replaced.
      if (isFirst) await this.#within(() => this.#read());
      this.#hasRead = true;
      isWriting = this.#changes.size > 0;
      if (isWriting) await this.#within(() => this.#write());
      isWriting = false;
      if (readAgain && !isFirst) await this.#within(() => this.#read());
    } catch (error) {
      // All keys of a session are written, or none stays.
      if (isWriting) this.#keys.forEach((key) => this.#changes.set(key, null));
      this.#fail(error as Error);
    }
  }

  /** The token first: whoever writes, writes it last, so that the rest is never older. */
  async #read(): Promise<void> {
    const [tokenKey, detailsKey, activityKey] = this.#keys;
    let token = await this.#get(tokenKey);
    const details = await this.#get(detailsKey);
    // Removed by another tab between the two.
    if (token !== null && details === null) token = await this.#get(tokenKey);
    const activity = await this.#get(activityKey);
    this.#token = token;
    this.#take(tokenKey, newest(token, details));
    this.#take(detailsKey, details);
    this.#take(activityKey, activity);
  }

  #take(key: string, value: string | null): void {
    // Changes on the way are newer.
    if (!this.#changes.has(key)) this.context.values.set(key, value);
  }

  async #write(): Promise<void> {
    const changes = new Map(this.#changes);
    this.#changes.clear();
    const [tokenKey, detailsKey] = this.#keys;
    const token = changes.get(tokenKey);
    const details = changes.get(detailsKey);
    const removed = [...changes].filter(([, value]) => value === null);
    // All at once, so that a page that dies here leaves nothing.
    await Promise.all(removed.map(([key]) => this.#call('remove', key)));
    if (token === null) this.#token = null;
    if (token && details) changes.set(detailsKey, logged(details, this.#token, token));
    // Last, whatever was changed first.
    changes.delete(tokenKey);
    if (typeof token === 'string') changes.set(tokenKey, token);
    for (const [key, value] of changes) {
      if (value !== null) await this.#call('set', key, value);
    }
    if (token !== undefined) this.#token = token;
  }

  async #get(key: string): Promise<string | null> {
    const answer = (await this.#call('get', key)) ?? null;
    if (answer === null || typeof answer === 'string') return answer;
    throw new Error(`get("${key}") answered ${typeof answer}, not a string or null`);
  }

  async #call(method: 'get' | 'set' | 'remove', key: string, value = ''): Promise<unknown> {
    const call = `${method}("${key}")`;
    this.#waiting.add(call);
    const first = this.#first;
    this.#first = null;
    let answer: unknown;
    let failure: string | null = null;
    try {
      answer = await (first ?? this.#storage[method](key, value));
    } catch (error) {
      // Not its message, which may have the value in it.
      failure = `${call} failed (${error instanceof Error ? error.name : 'unknown'})`;
    }
    this.#waiting.delete(call);
    // Answered too late: the other keys are gone.
    if (this.#hasFailed && method === 'set') this.#removeQuietly(key);
    if (failure !== null || this.#hasFailed) throw new Error(failure ?? 'late');
    return answer;
  }

  /** A step takes no longer than a call of the backend may. */
  async #within(step: () => Promise<void>): Promise<void> {
    const { context } = this;
    const { requestTimeout } = context.config;
    const late = new Promise<never>((_, reject) => {
      context.onLate = () => {
        const [call] = this.#waiting;
        reject(new Error(`${call} did not answer within ${requestTimeout} ms`));
      };
    });
    context.timer.start(requestTimeout);
    try {
      await Promise.race([step(), late]);
    } finally {
      context.timer.start(null);
    }
  }

  #fail({ message }: Error): void {
    this.#hasFailed = true;
    console.warn(
      `ngx-auth-kit: storage.${message}; the session is kept in memory and ends with this page.`,
    );
    this.#removeChanged();
  }

  /** What an earlier session left must not come back with the next page load. */
  #removeChanged(): void {
    for (const key of this.#changes.keys()) this.#removeQuietly(key);
    this.#changes.clear();
  }

  #removeQuietly(key: string): void {
    try {
      Promise.resolve(this.#storage.remove(key)).catch(() => undefined);
    } catch {
      // Warned already; there is nothing more to do with a storage that takes no orders.
    }
  }
}
