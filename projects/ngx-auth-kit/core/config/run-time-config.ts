import { DestroyRef, EnvironmentInjector, inject, runInInjectionContext } from '@angular/core';
import { concatMap, from, isObservable, Observable, of } from 'rxjs';
import { mirrorOf } from '../storage/mirror-of';
import type { SyncStorage } from '../storage/sync-storage';
import { AuthConfig, AuthConfigFunction } from './auth-config';
import { isPromise } from './is-promise';
import { ResolvedAuthConfig } from './resolved-config';

const TOO_EARLY =
  'AuthService or another part of the library is used before the configuration is there. The ' +
  'function given to provideAuth cannot use it, and nor can an interceptor of the app that sees a ' +
  'request of that function: send such a request with fetch(). Another app initializer can wait with ' +
  'inject(ApplicationInitStatus).donePromise.then(…), without returning that promise. A page of a part ' +
  'with withOwnSession() waits behind a guard of the library only.';

/**
 * Holds everyone who needs the configuration that a function gives, or a storage that answers promises,
 * until it is there.
 */
export class RunTimeConfig {
  readonly #injector = inject(EnvironmentInjector);
  readonly #destroyRef = inject(DestroyRef);
  #value: ResolvedAuthConfig | null = null;

  /** Settles with the start of the library. Undefined if there is nothing to wait for. */
  promise: Promise<void> | undefined;
  /** Whether the function runs: what is sent now may be what it waits for. */
  isRunning = false;
  #mirror: Required<SyncStorage> | null = null;
  #isUnread = false;
  #tooEarly: Error | null = null;

  /**
   * @param call The function of the app.
   * @param resolve Turns what it gives into the configuration. Throws if that cannot work.
   */
  constructor(
    private readonly call: AuthConfigFunction,
    private readonly resolve: (config: AuthConfig) => ResolvedAuthConfig,
  ) {}

  get isThere(): boolean {
    this.#read();
    return !!this.#value && !this.#isUnread;
  }

  /** Of a storage that answers promises; null for any other. */
  get mirror(): Required<SyncStorage> | null {
    this.#read();
    return this.#mirror;
  }

  /** The configuration. Throws if it is not there yet. */
  value(): ResolvedAuthConfig {
    this.#read();
    if (this.#value) return this.#value;
    const why = typeof ngDevMode === 'undefined' || ngDevMode ? TOO_EARLY : 'used too early.';
    throw (this.#tooEarly ??= new Error(`ngx-auth-kit: ${why}`));
  }

  /** Runs the library's start once the configuration is there, and storage has been read. */
  begin(start: (isLate?: boolean) => void): void {
    const begin = () => {
      this.#isUnread = false;
      try {
        start(true);
      } catch (error) {
        // Angular makes no service whose first attempt has failed, and says NG0200.
        throw this.#tooEarly ?? error;
      }
    };
    if (this.isThere) start();
    else this.promise = this.promise?.then(() => this.#unlessDestroyed(begin));
  }

  /** Runs a task once the configuration is there. Fails if it never will be. */
  whenThere<T>(task: () => T | Observable<T>): Observable<T> {
    const run = () => {
      const outcome = runInInjectionContext(this.#injector, task);
      return isObservable(outcome) ? outcome : of(outcome);
    };
    return this.promise ? from(this.promise).pipe(concatMap(run)) : run();
  }

  #read(): void {
    if (this.#value || this.promise || this.isRunning) return;
    const given = this.#call();
    if (!isPromise(given)) this.promise = this.#take(given);
    else
      this.promise = given.then((config) => this.#unlessDestroyed(() => this.#take(config)), fail);
  }

  /** Answers what else there is to wait for. */
  #take(config: AuthConfig): Promise<void> | undefined {
    // An answer without a body is an error that names an option as well.
    const value = (this.#value = this.resolve(config ?? {}));
    this.#mirror = runInInjectionContext(this.#injector, () => mirrorOf(value));
    this.#isUnread = !!this.#mirror;
    return this.#mirror?.settled(true);
  }

  #call(): AuthConfig | Promise<AuthConfig> {
    this.isRunning = true;
    try {
      return runInInjectionContext(this.#injector, this.call);
    } catch (error) {
      return fail(error);
    } finally {
      this.isRunning = false;
    }
  }

  /** In an app that is gone, nothing comes next. */
  #unlessDestroyed(next: () => void | Promise<void>): void | Promise<void> {
    if (this.#destroyRef.destroyed) return new Promise(() => undefined);
    return runInInjectionContext(this.#injector, next);
  }
}

function fail(error: unknown): never {
  const { message = String(error) } = (error ?? {}) as Partial<Error>;
  throw new Error(`ngx-auth-kit: the function given to provideAuth failed: ${message}`, {
    cause: error,
  });
}
