import { DestroyRef, inject, Injectable } from '@angular/core';
import { BROWSER_WINDOW } from '../../config/browser-window';
import { AUTH_CONFIG } from '../../config/resolved-config';
import { TIME } from '../../config/time';
import { AuthError } from '../../errors/auth-error';
import { SharedLease } from './shared-lease';

/** What another tab may need beyond the time-out of its call before it lets go, in milliseconds. */
const MARGIN = 5_000;
/**
 * How long to keep the lock after something was stored, in milliseconds. Tabs are processes of their
 * own, and the next one may be granted the lock before its view of `localStorage` has caught up.
 */
const SPREADING = 300;

/** What a task under the lock came to. */
export interface LockedOutcome<T> {
  readonly result?: T;
  readonly error?: unknown;
  /** Whether it stored something that other tabs must see before they may have the lock. */
  readonly hasStored?: boolean;
}

/** Lets one tab at a time refresh the session: by Web Locks, or without them by IndexedDB. */
@Injectable({ providedIn: 'root' })
export class RefreshLock {
  readonly #config = inject(AUTH_CONFIG);
  readonly #name = `ngx-auth-kit ${this.#config.tokenKey}`;
  readonly #locks = inject(BROWSER_WINDOW)?.navigator.locks as LockManager | undefined;
  readonly #lease = new SharedLease(this.#name, this.#longestWait);
  readonly #time = inject(TIME);
  readonly #destroyRef = inject(DestroyRef);

  /** As long as the tab that holds the lock may take. */
  get #longestWait(): number {
    return this.#config.requestTimeout + MARGIN;
  }

  /** Runs the task under the lock. Fails with `timeout` if another tab keeps it for too long. */
  hold<T>(task: () => Promise<LockedOutcome<T>>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const waiting = new AbortController();
      const giveUp = () => {
        waiting.abort();
        reject(new AuthError('timeout'));
      };
      const timer = this.#time.setTimeout(giveUp, this.#longestWait);
      const forgetApp = this.#destroyRef.onDestroy(() => {
        this.#time.clearTimeout(timer);
        waiting.abort();
      });
      let isHeld = false;
      const locked = async () => {
        isHeld = true;
        this.#time.clearTimeout(timer);
        forgetApp();
        const outcome = await task();
        // Those who wait here go on at once; only the other tabs wait a little longer.
        if (outcome.error === undefined) resolve(outcome.result as T);
        else reject(outcome.error as Error);
        if (outcome.hasStored) await this.#spread();
      };
      const { signal } = waiting;
      const withoutLocks = () => this.#lease.request(signal, locked).catch(reject);
      if (!this.#locks) {
        void withoutLocks();
        return;
      }
      this.#locks.request(this.#name, { signal }, locked).catch((error: unknown) => {
        // An app that is gone tells nobody.
        if (this.#destroyRef.destroyed) return;
        // Browsers deny locks to pages without an origin of their own.
        if (isHeld || signal.aborted) reject(error as Error);
        else void withoutLocks();
      });
    });
  }

  #spread(): Promise<void> {
    return new Promise((resolve) => {
      if (this.#destroyRef.destroyed) return resolve();
      const done = () => {
        this.#time.clearTimeout(timer);
        forgetApp();
        resolve();
      };
      const timer = this.#time.setTimeout(done, SPREADING);
      const forgetApp = this.#destroyRef.onDestroy(done);
    });
  }
}
