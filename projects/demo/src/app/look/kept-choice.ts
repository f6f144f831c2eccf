import { Signal, signal, WritableSignal } from '@angular/core';

/** One of a few values, remembered in this browser while it is not the first. */
export class KeptChoice<Value extends string> {
  private readonly chosen: WritableSignal<Value>;
  readonly value: Signal<Value>;

  /** @param values The first is the default. */
  constructor(
    private readonly key: string,
    readonly values: readonly [Value, ...Value[]],
  ) {
    this.chosen = signal(this.read());
    this.value = this.chosen.asReadonly();
  }

  choose(name: string): void {
    this.chosen.set(this.find(name));
    try {
      if (this.value() === this.values[0]) localStorage.removeItem(this.key);
      else localStorage.setItem(this.key, this.value());
    } catch {
      // Denied or full: it counts for this page.
    }
  }

  private read(): Value {
    try {
      return this.find(localStorage.getItem(this.key));
    } catch {
      // Denied, as in a page without an origin of its own.
      return this.values[0];
    }
  }

  private find(name: string | null): Value {
    return this.values.find((known) => known === name) ?? this.values[0];
  }
}
