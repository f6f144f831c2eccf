import { DestroyRef, inject, Signal, signal } from '@angular/core';

const SECOND = 1000;

/** The time in milliseconds, every second, for as long as the component lives. */
export function injectNow(): Signal<number> {
  const now = signal(Date.now());
  const ticking = setInterval(() => now.set(Date.now()), SECOND);
  inject(DestroyRef).onDestroy(() => clearInterval(ticking));
  return now.asReadonly();
}
