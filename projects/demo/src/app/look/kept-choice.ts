import { Signal, signal } from '@angular/core';

/** One of a few values, remembered in this browser while it is not the first. */
export class KeptChoice<Value extends string> {
  private readonly chosen = signal<Value>(this.read());
  readonly value: Signal<Value> = this.chosen.asReadonly();

  /** @param values The first is the default. */
  constructor(
    private readonly key: string,
    readonly values: readonly [Value, ...Value[]],
  ) {}

  choose(name: string): void {
    const value = this.values.find((known) => known === name) ?? this.values[0];
    this.chosen.set(value);
    try {
      if (value === this.values[0]) localStorage.removeItem(this.key);
      else localStorage.setItem(this.key, value);
    } catch {
      // Denied or full: it counts for this page.
    }
  }

  private read(): Value {
    try {
      const kept = localStorage.getItem(this.key);
      return this.values.find((known) => known === kept) ?? this.values[0];
    } catch {
      // Denied, as in a page without an origin of its own.
      return this.values[0];
    }
  }
}
