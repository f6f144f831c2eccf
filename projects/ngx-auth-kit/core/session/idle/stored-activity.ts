import { DestroyRef, inject, Injectable, NgZone } from '@angular/core';
import { Subject } from 'rxjs';
import { BROWSER_WINDOW } from '../../config/browser-window';
import { AUTH_CONFIG } from '../../config/resolved-config';
import { NOTES_STORAGE } from '../../storage/notes-storage';
import { sessionKeys } from '../../storage/session-keys';
import { SessionStore } from '../state/session-store';
import { StoredSession } from '../state/stored-session';
import { openChannel } from '../tabs/open-channel';

/** Copies of a tab share a session but no storage, so they tell each other. */
interface CopyActivity {
  readonly id: string;
  readonly moment: number;
}

/** When the user was last active in any tab, kept beside the session and removed with it. */
@Injectable({ providedIn: 'root' })
export class StoredActivity {
  readonly #tokenKey = inject(AUTH_CONFIG).tokenKey;
  readonly #storage = inject(NOTES_STORAGE);
  readonly #store = inject(SessionStore);
  readonly #stored = inject(StoredSession);
  readonly #window = inject(BROWSER_WINDOW);
  readonly #destroyRef = inject(DestroyRef);
  readonly #key = sessionKeys(this.#tokenKey)[2];
  readonly #channel: BroadcastChannel | null;

  /** Emits, outside the zone, the moments at which the user was active in other tabs. */
  readonly elsewhere = new Subject<number>();

  constructor() {
    const listener = ({ key, newValue }: StorageEvent) => {
      if (key === this.#key && newValue !== null) this.elsewhere.next(Number(newValue));
    };
    this.#channel = inject(NgZone).runOutsideAngular(() => {
      this.#window?.addEventListener('storage', listener);
      return openChannel<CopyActivity>(this.#window, `${this.#tokenKey} activity`, (activity) =>
        this.#receive(activity),
      );
    });
    this.#destroyRef.onDestroy(() => {
      this.#window?.removeEventListener('storage', listener);
      this.#channel?.close();
    });
    this.#tellCopies(this.read() ?? 0);
  }

  /** In milliseconds since 1970; null where unknown. */
  read(): number | null {
    const moment = Number(this.#storage.get(this.#key) ?? NaN);
    return Number.isFinite(moment) ? moment : null;
  }

  /** Settles once storage that answers promises has been read again. */
  readAgain(): Promise<void> | undefined {
    return this.#storage.settled?.(true);
  }

  write(moment: number): void {
    this.#storage.set(this.#key, String(moment));
    this.#tellCopies(moment);
  }

  #tellCopies(moment: number): void {
    const id = this.#store.session()?.id;
    // Without storage events, too.
    if (id && (this.#stored.isTabOnly() || this.#storage.settled)) {
      this.#channel?.postMessage({ id, moment } satisfies CopyActivity);
    }
  }

  #receive({ id, moment }: CopyActivity): void {
    if (id !== this.#store.session()?.id) return;
    const mine = this.read() ?? 0;
    // A copy that has just loaded was not told.
    if (moment < mine) this.#tellCopies(mine);
    else if (this.#stored.isTabOnly()) this.#storage.set(this.#key, String(moment));
    this.elsewhere.next(moment);
  }
}
