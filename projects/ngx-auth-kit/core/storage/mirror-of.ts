import { inject } from '@angular/core';
import { BROWSER_WINDOW } from '../config/browser-window';
import { isPromise } from '../config/is-promise';
import type { ResolvedAuthConfig } from '../config/resolved-config';
import { WakeTimer } from '../session/time/wake-timer';
import { sessionKeys } from './session-keys';
import { SyncStorage } from './sync-storage';

/**
 * A copy, in memory, of the configured storage if that answers promises: read at once, written behind.
 * Null for any other, and on a server, where nothing is read. Called in an injection context. What keeps
 * the two the same is loaded then, and not by other apps.
 */
export function mirrorOf(config: ResolvedAuthConfig): Required<SyncStorage> | null {
  const { storage, tokenKey } = config;
  if (typeof storage !== 'object' || !inject(BROWSER_WINDOW)) return null;
  let first: unknown;
  try {
    first = storage.get(tokenKey);
  } catch {
    // It answers at once, and fails again when the session is read.
  }
  if (!isPromise(first)) return null;
  // A rejection is met as soon as the code for it is there.
  first.then(null, () => undefined);
  const values = new Map<string, string | null>();
  const changes = new Map<string, string | null>();
  const context = {
    config,
    first,
    values,
    changes,
    keys: sessionKeys(tokenKey),
    timer: new WakeTimer(() => context.onLate()),
    onLate: () => {},
  };
  const link = import('./storage-link').then(
    ({ StorageLink }) => new StorageLink(context),
    // A file that failed to load, as the browser's console says: the session is kept in memory.
    () => null,
  );
  const settled = (readAgain: boolean) => link.then((known) => known?.settled(readAgain));
  const set = (key: string, value: string | null) => {
    values.set(key, value);
    changes.set(key, value);
    void settled(false);
  };
  return { get: (key) => values.get(key) ?? null, set, remove: (key) => set(key, null), settled };
}
