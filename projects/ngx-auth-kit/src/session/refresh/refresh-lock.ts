import { DestroyRef, inject, Injectable } from '@angular/core';
import { BROWSER_WINDOW } from '../../config/browser-window';
import { AUTH_CONFIG } from '../../config/resolved-config';

/** How long to wait for another tab before going on without the lock, in milliseconds. */
const LONGEST_WAIT = 10_000;

/** Lets one tab at a time renew the session (Web Locks). Where that is not to be had, all may. */
@Injectable({ providedIn: 'root' })
export class RefreshLock {
  private readonly name = `ngx-auth-kit ${inject(AUTH_CONFIG).tokenKey}`;
  private readonly navigator = inject(BROWSER_WINDOW)?.navigator;
  private readonly destroyRef = inject(DestroyRef);

  /** Runs the task under the lock, and tells it whether it holds it. */
  async hold<T>(task: (locked: boolean) => Promise<T>): Promise<T> {
    const locks = this.navigator?.locks as LockManager | undefined;
    if (!locks) return task(false);
    const waiting = new AbortController();
    const stopWaiting = () => waiting.abort();
    const tooLong = setTimeout(stopWaiting, LONGEST_WAIT);
    const forgetApp = this.destroyRef.onDestroy(stopWaiting);
    let started = false;
    try {
      return await locks.request(this.name, { signal: waiting.signal }, () => {
        started = true;
        clearTimeout(tooLong);
        return task(true);
      });
    } catch (error) {
      if (started) throw error;
      // Waited too long, or locks are denied to this page: a tab that hangs must not stop the others.
      return await task(false);
    } finally {
      forgetApp();
      clearTimeout(tooLong);
    }
  }
}
