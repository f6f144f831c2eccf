import { DestroyRef, inject, Injectable, NgZone } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { BROWSER_WINDOW } from '../../config/browser-window';
import { AUTH_CONFIG } from '../../config/resolved-config';
import { TabMessage } from '../state/session-state';
import { SessionStore } from '../state/session-store';
import { StoredSession } from '../state/stored-session';
import { PageReturn } from '../time/page-return';
import { openChannel } from './open-channel';

/**
 * Keeps the tabs of one app together. `storage` events tell of the storage that tabs share, a
 * `BroadcastChannel` of everything else. Every message names its session, so that it may come late,
 * twice or not at all.
 */
@Injectable({ providedIn: 'root' })
export class SessionTabs {
  readonly #config = inject(AUTH_CONFIG);
  readonly #store = inject(SessionStore);
  readonly #stored = inject(StoredSession);
  readonly #zone = inject(NgZone);
  readonly #window = inject(BROWSER_WINDOW);
  readonly #destroyRef = inject(DestroyRef);
  readonly #pageReturn = inject(PageReturn);
  #channel: BroadcastChannel | null = null;
  /** The last sign-out that this page knows of. */
  #signOut: TabMessage | null = null;

  /** Starts to listen and to tell. */
  listen(): void {
    const { storage, sharesCookie, tokenKey, usesCookie } = this.#config;
    const isShared = sharesCookie || (storage !== 'memory' && storage !== 'session');
    // Nobody can share what is in the memory of one page.
    if (!isShared && storage === 'memory') return;
    // A page that slept, or waited in the back-forward cache, was told nothing.
    this.#pageReturn.events.pipe(takeUntilDestroyed(this.#destroyRef)).subscribe((event) =>
      this.#whenSettled(true, () => {
        this.#store.follow();
        const { persisted } = event as PageTransitionEvent;
        if (usesCookie && persisted) this.#store.questions.next();
        this.#askCopies();
      }),
    );
    this.#store.messages
      .pipe(takeUntilDestroyed(this.#destroyRef))
      .subscribe((message) => this.#tell(message));
    this.#zone.runOutsideAngular(() => {
      if (isShared) this.#listenToStorage();
      this.#channel = openChannel<TabMessage>(this.#window, tokenKey, (message) =>
        this.#whenSettled(true, () => this.#receive(message)),
      );
      this.#destroyRef.onDestroy(() => this.#channel?.close());
    });
    this.#askCopies();
    // The app may have begun a session before storage was read: nobody was there to tell of it.
    const { id = null, version = 0 } = this.#store.session() ?? {};
    if (id && this.#store.attempt > 0) this.#tell({ type: 'signedIn', id, version });
  }

  /** Copies of a tab share no storage, which could tell what happened while this page was not there. */
  #askCopies(): void {
    const { id, version } = this.#store.session() ?? {};
    if (id && this.#stored.isTabOnly()) this.#tell({ type: 'asked', id, version: version! });
  }

  #listenToStorage(): void {
    const listener = (event: StorageEvent) => this.#onStorage(event);
    this.#window?.addEventListener('storage', listener);
    this.#destroyRef.onDestroy(() => this.#window?.removeEventListener('storage', listener));
  }

  #onStorage({ storageArea, key, newValue, oldValue }: StorageEvent): void {
    if (storageArea && storageArea !== this.#window?.localStorage) return;
    if (key !== null && !this.#stored.keys.slice(0, 2).includes(key)) return;
    if (newValue !== null && newValue === oldValue) return;
    this.#zone.run(() => {
      const id = newValue === null ? this.#stored.idIn(oldValue) : null;
      // Removed from storage: a late answer in this tab must not bring it back.
      if (id !== null) this.#store.dispatch({ type: 'endedElsewhere', id, signedOut: true });
      this.#store.follow();
    });
  }

  #tell(message: TabMessage): void {
    if (message.type === 'signedOut') this.#signOut = message;
    const isShared = message.type === 'refreshed' && this.#stored.isTabOnly();
    const session = isShared ? (this.#store.session() ?? undefined) : undefined;
    this.#whenSettled(false, () =>
      this.#channel?.postMessage({ ...message, session } satisfies TabMessage),
    );
  }

  /** Storage that answers promises: other tabs are told of what is written, and what they wrote is read. */
  #whenSettled(readAgain: boolean, task: () => void): void {
    const run = () => this.#zone.run(task);
    const settled = this.#stored.settled(readAgain);
    if (settled) void settled.then(() => this.#destroyRef.destroyed || run());
    else run();
  }

  #receive(message: TabMessage): void {
    const { type, id, version, session, user } = message;
    if (type === 'signedOut') this.#signOut = message;
    if (type === 'asked' && id === this.#signOut?.id) this.#tell(this.#signOut!);
    if (type === 'signedOut' || type === 'ended') {
      const isSignOut = type === 'signedOut';
      const refused = isSignOut ? undefined : version;
      this.#store.dispatch({
        type: 'endedElsewhere',
        id,
        signedOut: isSignOut,
        version: refused,
      });
    }
    if (type === 'named' && id === this.#store.session()?.id) {
      this.#store.dispatch({ type: 'updated', user, elsewhere: true });
    }
    if (this.#stored.isTabOnly() && id !== null && this.#store.session()?.id === id) {
      const mine = this.#store.session()!;
      if (type === 'asked' && mine.version > version) {
        this.#tell({ type: 'refreshed', id, version: mine.version });
      }
      if (session && this.#store.dispatch({ type: 'found', session })) this.#stored.write(session);
    }
    this.#store.follow();
    const mine = this.#store.session();
    // Tabs share the cookie, if not the storage that says whose it is.
    if (this.#config.usesCookie && mine && mine.id !== id) this.#store.questions.next();
  }
}
