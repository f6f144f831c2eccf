import { inject, InjectionToken } from '@angular/core';
import { BROWSER_WINDOW } from '../config/browser-window';
import { AUTH_CONFIG } from '../config/resolved-config';
import { SyncStorage } from './sync-storage';
import { browserStorage, CONFIGURED_STORAGE } from './configured-storage';

/**
 * For what is no secret: which session it is, and when the user was last active. A session that a
 * cookie carries outlives the page whatever the option `storage` says, and is the same in every tab,
 * so its notes are kept in `localStorage`.
 */
export const NOTES_STORAGE = new InjectionToken<SyncStorage>(
  typeof ngDevMode === 'undefined' || ngDevMode ? 'ngx-auth-kit notes' : '',
  { providedIn: 'root', factory: notesStorage },
);

/** Creates that storage, or returns the configured one. */
export function notesStorage(): SyncStorage {
  const { storage, sharesCookie } = inject(AUTH_CONFIG);
  return sharesCookie && (storage === 'session' || storage === 'memory')
    ? browserStorage(inject(BROWSER_WINDOW), 'localStorage')
    : inject(CONFIGURED_STORAGE);
}
