import { Provider } from '@angular/core';
import { BROWSER_WINDOW } from '../core/config/browser-window';

/** Gives a tab a `sessionStorage` of its own, as a real one has; the rest of the window is shared. */
export function ownSessionStorage(): { readonly storage: Map<string, string>; provider: Provider } {
  const storage = new Map<string, string>();
  const sessionStorage = {
    getItem: (key: string) => storage.get(key) ?? null,
    setItem: (key: string, value: string) => void storage.set(key, value),
    removeItem: (key: string) => void storage.delete(key),
  };
  const ownWindow = new Proxy(window, {
    get: (target, name) => {
      if (name === 'sessionStorage') return sessionStorage;
      const value: unknown = Reflect.get(target, name);
      return typeof value === 'function' ? (value as () => unknown).bind(target) : value;
    },
  });
  return { storage, provider: { provide: BROWSER_WINDOW, useValue: ownWindow } };
}
