import { DestroyRef, inject, Injectable } from '@angular/core';
import { BROWSER_WINDOW } from '../../config/browser-window';
import { AUTH_CONFIG } from '../../config/resolved-config';
import { TIME } from '../../config/time';

/** How long to wait for another tab before going on without the lock, in milliseconds. */
const LONGEST_WAIT = 10_000;
/**
 * How long to keep the lock after tokens were stored, in milliseconds. Tabs are processes of their
 * own, and the next one may be granted the lock before its view of `localStorage` has caught up.
 */
const SPREADING = 300;

/** What a task under the lock came to. */
export interface LockedOutcome<T> {
  readonly result: T;
  /** Whether it stored something that other tabs must see before they may have the lock. */
  readonly hasStored: boolean;
}

/** Lets one tab at a time renew the session (Web Locks). Where that is not to be had, all may. */
@Injectable({ providedIn: 'root' })
export class RefreshLock {
  readonly #name = `ngx-auth-kit ${inject(AUTH_CONFIG).tokenKey}`;
  readonly #navigator = inject(BROWSER_WINDOW)?.navigator;
  readonly #time = inject(TIME);
  readonly #destroyRef = inject(DestroyRef);

  /** Runs the task under the lock, and tells it whether it holds it. */
  async hold<T>(task: (locked: boolean) => Promise<LockedOutcome<T>>): Promise<T> {
    const locks = this.#navigator?.locks as LockManager | undefined;
    if (!locks) return (await task(false)).result;
    const waiting = new AbortController();
    const stopWaiting = () => waiting.abort();
    const tooLong = this.#time.setTimeout(stopWaiting, LONGEST_WAIT);
    const forgetApp = this.#destroyRef.onDestroy(stopWaiting);
    let started = false;
    try {
      return await new Promise<T>((resolve, reject) => {
        const locked = async () => {
          started = true;
          this.#time.clearTimeout(tooLong);
          const { result, hasStored } = await task(true);
          // Whoever waits here goes on at once; only the other tabs wait a little longer.
          resolve(result);
          if (hasStored) await this.#spread();
        };
        locks.request(this.#name, { signal: waiting.signal }, locked).catch(reject);
      });
    } catch (error) {
      if (started) throw error;
      // Waited too long, or locks are denied to this page: a tab that hangs must not stop the others.
      return (await task(false)).result;
    } finally {
      forgetApp();
      this.#time.clearTimeout(tooLong);
    }
  }

  #spread(): Promise<void> {
    return new Promise((resolve) => {
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
