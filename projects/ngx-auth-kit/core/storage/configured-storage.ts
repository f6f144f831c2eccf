import { inject, InjectionToken } from '@angular/core';
import { BROWSER_WINDOW } from '../config/browser-window';
import { AUTH_CONFIG } from '../config/resolved-config';
import { RunTimeConfig } from '../config/run-time-config';
import { MemoryStorage } from './memory-storage';
import { ResilientStorage } from './resilient-storage';
import { SyncStorage } from './sync-storage';
import { WebStorage } from './web-storage';

/** The storage that the configuration asks for. Only `StoredSession` and `StoredActivity` talk to it. */
export const CONFIGURED_STORAGE = new InjectionToken<SyncStorage>(
  typeof ngDevMode === 'undefined' || ngDevMode ? 'ngx-auth-kit storage' : '',
  { providedIn: 'root', factory: configuredStorage },
);

/** Creates the storage that the option `storage` names. */
export function configuredStorage(): SyncStorage {
  const { storage } = inject(AUTH_CONFIG);
  const window = inject(BROWSER_WINDOW);
  if (storage === 'memory') return new MemoryStorage();
  if (typeof storage !== 'object') return browserStorage(window, `${storage}Storage`);
  const mirror = inject(RunTimeConfig, { optional: true })?.mirror;
  return mirror ?? new ResilientStorage(storage);
}

/** The browser's storage, with memory to fall back to. */
export function browserStorage(
  window: Window | null,
  kind: 'localStorage' | 'sessionStorage',
): SyncStorage {
  // On a server there is one memory for each request, never one for all.
  return window ? new ResilientStorage(new WebStorage(window, kind)) : new MemoryStorage();
}
