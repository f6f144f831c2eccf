import { DestroyRef, inject, Injectable, NgZone } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { BROWSER_WINDOW } from '../config/browser-window';
import { AUTH_CONFIG } from '../config/resolved-config';
import { AuthEvent } from './auth-event';
import { RenewableSessions } from './renewable-sessions';
import { SessionQuestion } from './session-question';
import { SessionStore } from './session-store';
import { StoredSession } from './stored-session';

/** Told to the other tabs. Never holds a token. */
interface TabMessage {
  readonly type: 'login' | 'logout' | 'refreshed';
  /** Of the session that has ended or been replaced. */
  readonly sessionId: string | null;
}

/**
 * Keeps the tabs of one app together: what one stores or ends, the others follow. `storage` events
 * tell of the storage that tabs share, a `BroadcastChannel` of everything else; either is enough.
 */
@Injectable({ providedIn: 'root' })
export class SessionTabs {
  readonly #config = inject(AUTH_CONFIG);
  readonly #store = inject(SessionStore);
  readonly #stored = inject(StoredSession);
  readonly #question = inject(SessionQuestion);
  readonly #zone = inject(NgZone);
  readonly #window = inject(BROWSER_WINDOW);
  readonly #destroyRef = inject(DestroyRef);
  readonly #usesCookie = this.#config.usesCookie;
  readonly #renewable = inject(RenewableSessions, { optional: true });
  #channel: BroadcastChannel | null = null;

  /** Starts to listen and to tell. Tabs with a storage of their own have nothing to tell. */
  listen(): void {
    const { storage } = this.#config;
    if ((storage === 'session' || storage === 'memory') && !this.#usesCookie) return;
    this.#renewable?.follow(this.#store.tokens(), false);
    this.#store.events
      .pipe(takeUntilDestroyed(this.#destroyRef))
      .subscribe((event) => this.#tell(event));
    this.#zone.runOutsideAngular(() => {
      if (!this.#usesCookie) this.#onWindow('storage', (event) => this.#onStorage(event));
      this.#onWindow('pageshow', ({ persisted }) => {
        // While a page waits in the back-forward cache, nobody tells it anything.
        if (persisted)
          this.#zone.run(() => (this.#usesCookie ? this.#question.ask() : this.#follow()));
      });
      this.#channel = this.#openChannel();
    });
  }

  #onWindow<Type extends 'storage' | 'pageshow'>(
    type: Type,
    listener: (event: WindowEventMap[Type]) => void,
  ): void {
    this.#window?.addEventListener(type, listener);
    this.#destroyRef.onDestroy(() => this.#window?.removeEventListener(type, listener));
  }

  #onStorage({ storageArea, key, newValue, oldValue }: StorageEvent): void {
    if (storageArea && storageArea !== this.#window?.localStorage) return;
    if (key !== null && key !== this.#stored.tokenKey) return;
    if (newValue !== null && newValue === oldValue) return;
    this.#zone.run(() => {
      if (newValue === null) this.#renewable?.endOf(oldValue);
      this.#follow();
    });
  }

  #openChannel(): BroadcastChannel | null {
    try {
      const channel = new (this.#window as Window & typeof globalThis).BroadcastChannel(
        `ngx-auth-kit ${this.#config.tokenKey}`,
      );
      channel.onmessage = ({ data }: MessageEvent<Partial<TabMessage> | null>) =>
        this.#zone.run(() => this.#receive(data ?? {}));
      this.#destroyRef.onDestroy(() => channel.close());
      return channel;
    } catch {
      // Missing, or denied to a page without an origin of its own: storage events remain.
      return null;
    }
  }

  #tell({ type, fromThisTab }: AuthEvent): void {
    const isNews = type !== 'restored' && type !== 'idleWarning';
    const goesOn = type === 'login' || type === 'refreshed';
    const sessionId = this.#renewable?.follow(this.#store.tokens(), isNews && !goesOn) ?? null;
    if (!isNews || !fromThisTab) return;
    const message: TabMessage = { type: goesOn ? type : 'logout', sessionId };
    this.#channel?.postMessage(message);
  }

  #receive({ type, sessionId }: Partial<TabMessage>): void {
    if (!this.#usesCookie) {
      if (type === 'logout') this.#renewable?.end(sessionId);
      this.#follow();
    } else if (type === 'logout') this.#store.endElsewhere();
    else if (type === 'refreshed') this.#store.renew(null, false);
    else if (type === 'login') {
      this.#store.doubt();
      this.#question.ask();
    }
  }

  /** Makes this tab's session that of the storage. */
  #follow(): void {
    const tokens = this.#stored.read();
    const current = this.#store.tokens();
    const id = tokens?.sessionId ?? null;
    if (this.#renewable?.hasEnded(id)) {
      this.#stored.clear();
      this.#store.endElsewhere();
    } else if (!tokens) {
      if (current || this.#store.status() === 'pending') this.#store.endElsewhere();
    } else if (tokens.access.value !== current?.access.value) {
      if (id !== null && id === current?.sessionId) this.#store.renew(tokens, false);
      else this.#store.beginElsewhere(tokens);
    }
  }
}
