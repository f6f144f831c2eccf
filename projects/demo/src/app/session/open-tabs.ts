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
  const count = () =>
    locks.query().then(({ held = [] }) => {
      tabs.set(held.filter(({ name }) => name === NAME).length);
    }, stop);
  const counting = setInterval(count, SECOND);
  // Also where the browser has locks and denies them, because it blocks all site data.
  function stop(): void {
    clearInterval(counting);
  }
  locks.request(NAME, { mode: 'shared' }, () => gone).catch(stop);
  void count();
  destroyRef.onDestroy(stop);
  return tabs;
}
