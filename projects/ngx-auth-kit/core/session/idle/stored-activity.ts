import { DestroyRef, inject, Injectable, NgZone } from '@angular/core';
import { Subject } from 'rxjs';
import { BROWSER_WINDOW } from '../../config/browser-window';
import { AUTH_CONFIG } from '../../config/resolved-config';
import { NOTES_STORAGE } from '../../storage/notes-storage';
import { sessionKeys } from '../../storage/session-keys';
import { SessionStore } from '../state/session-store';
import { StoredSession } from '../state/stored-session';

/** Copies of a tab share a session but no storage, so they tell each other. */
interface CopyActivity {
  readonly id: string;
  readonly moment: number;
}

/** When the user was last active in any tab, kept beside the session and removed with it. */
@Injectable({ providedIn: 'root' })
export class StoredActivity {
  readonly #config = inject(AUTH_CONFIG);
  readonly #storage = inject(NOTES_STORAGE);
  readonly #store = inject(SessionStore);
  readonly #stored = inject(StoredSession);
  readonly #window = inject(BROWSER_WINDOW);
  readonly #destroyRef = inject(DestroyRef);
  readonly #key = sessionKeys(this.#config.tokenKey)[2];
  readonly #channel = inject(NgZone).runOutsideAngular(() => this.#openChannel());

  /** Emits, outside the zone, the moments at which the user was active in other tabs. */
  readonly elsewhere = new Subject<number>();

  constructor() {
    const listener = ({ key, newValue }: StorageEvent) => {
      if (key === this.#key && newValue !== null) this.elsewhere.next(Number(newValue));
    };
    inject(NgZone).runOutsideAngular(() => this.#window?.addEventListener('storage', listener));
    this.#destroyRef.onDestroy(() => this.#window?.removeEventListener('storage', listener));
  }

  /** In milliseconds since 1970; null where unknown. */
  read(): number | null {
    const moment = Number(this.#storage.get(this.#key) ?? NaN);
    return Number.isFinite(moment) ? moment : null;
  }

  write(moment: number): void {
    this.#storage.set(this.#key, String(moment));
    const id = this.#store.session()?.id;
    if (id && this.#stored.isTabOnly()) {
      this.#channel?.postMessage({ id, moment } satisfies CopyActivity);
    }
  }

  #openChannel(): BroadcastChannel | null {
    try {
      const { BroadcastChannel } = this.#window as Window & typeof globalThis;
      const channel = new BroadcastChannel(`ngx-auth-kit ${this.#config.tokenKey} activity`);
      channel.onmessage = ({ data }: MessageEvent<CopyActivity | null>) => {
        if (!data || data.id !== this.#store.session()?.id) return;
        if (data.moment > (this.read() ?? 0)) this.#storage.set(this.#key, String(data.moment));
        this.elsewhere.next(data.moment);
      };
      this.#destroyRef.onDestroy(() => channel.close());
      return channel;
    } catch {
      // Missing, or denied to a page without an origin of its own: there are no copies to hear of.
      return null;
    }
  }
}
