import { Listeners } from './listeners';

/** Everything of a window that a page of the simulation has. */
export interface WindowParts {
  readonly localStorage: Storage;
  readonly sessionStorage: Storage;
  readonly locks: LockManager | null;
  readonly indexedDB: IDBFactory;
  readonly BroadcastChannel: typeof BroadcastChannel;
}

/** The origin that the simulated app and its backend share. */
export const ORIGIN = 'https://app.example';

/** A window for the library, and the means to make events happen in it. */
export class PageWindow {
  readonly #onWindow = new Listeners();
  readonly #onDocument = new Listeners();
  readonly #navigator: { onLine: boolean; locks?: LockManager };
  readonly #document: { visibilityState: DocumentVisibilityState; hidden: boolean };
  readonly window: Window;
  readonly document: Document;

  constructor({ locks, ...parts }: WindowParts) {
    const location = new URL(`${ORIGIN}/`);
    this.#navigator = locks ? { onLine: true, locks } : { onLine: true };
    const document = {
      location,
      baseURI: location.href,
      cookie: '',
      visibilityState: 'visible' as DocumentVisibilityState,
      hidden: false,
      addEventListener: this.#onDocument.addEventListener,
      removeEventListener: this.#onDocument.removeEventListener,
    };
    this.#document = document;
    const window = {
      ...parts,
      document,
      location,
      navigator: this.#navigator,
      performance: { getEntriesByType: () => [] },
      addEventListener: this.#onWindow.addEventListener,
      removeEventListener: this.#onWindow.removeEventListener,
    };
    Object.assign(document, { defaultView: window });
    this.window = window as unknown as Window;
    this.document = document as unknown as Document;
  }

  dispatch(type: string, fields?: object): void {
    // Everything that the library may listen for at the document bubbles to the window.
    this.#onDocument.dispatch(type, fields);
    this.#onWindow.dispatch(type, fields);
  }

  set isOnline(onLine: boolean) {
    this.#navigator.onLine = onLine;
  }

  set isVisible(visible: boolean) {
    this.#document.visibilityState = visible ? 'visible' : 'hidden';
    this.#document.hidden = !visible;
  }
}
