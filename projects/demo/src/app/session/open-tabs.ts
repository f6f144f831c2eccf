import { DestroyRef, inject, Signal, signal } from '@angular/core';

const NAME = 'demo.session-page';
const SECOND = 1_000;

/**
 * How many tabs show the component that asks; null where the browser cannot tell. Each holds a share
 * of one lock, and locks end with their tab however it is closed.
 */
export function injectOpenTabs(): Signal<number | null> {
  const tabs = signal<number | null>(null);
  const locks = globalThis.navigator.locks as LockManager | undefined;
  if (!locks) return tabs;

  const destroyRef = inject(DestroyRef);
  const gone = new Promise<void>((resolve) => destroyRef.onDestroy(resolve));
  const count = async () => {
    const { held = [] } = await locks.query();
    tabs.set(held.filter(({ name }) => name === NAME).length);
  };
  void locks.request(NAME, { mode: 'shared' }, () => gone);
  void count();
  const counting = setInterval(() => void count(), SECOND);
  destroyRef.onDestroy(() => clearInterval(counting));
  return tabs;
}
