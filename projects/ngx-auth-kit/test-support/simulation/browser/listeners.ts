type Listener = EventListenerOrEventListenerObject;

/** What `window` and `document` have of an EventTarget. */
export class Listeners {
  readonly #of = new Map<string, Set<Listener>>();

  readonly addEventListener = (type: string, listener: Listener | null): void => {
    if (!listener) return;
    const known = this.#of.get(type) ?? new Set<Listener>();
    this.#of.set(type, known.add(listener));
  };

  readonly removeEventListener = (type: string, listener: Listener | null): void => {
    if (listener) this.#of.get(type)?.delete(listener);
  };

  /** Events of the browser are plain objects here: the library reads their fields and nothing else. */
  dispatch(type: string, fields: object = {}): void {
    const event = { type, ...fields } as Event;
    for (const listener of [...(this.#of.get(type) ?? [])]) {
      if (typeof listener === 'function') listener(event);
      else listener.handleEvent(event);
    }
  }

  /** How many listeners are left: none after a page has gone. */
  get size(): number {
    return [...this.#of.values()].reduce((sum, listeners) => sum + listeners.size, 0);
  }
}
