import { SyncStorage } from './sync-storage';

/**
 * `localStorage` or `sessionStorage` as {@link SyncStorage}. The storage is looked up at each use:
 * reading the property itself throws where the browser blocks site data.
 */
export class WebStorage implements SyncStorage {
  constructor(
    private readonly window: Window,
    private readonly kind: 'localStorage' | 'sessionStorage',
  ) {}

  get(key: string): string | null {
    return this.window[this.kind].getItem(key);
  }

  set(key: string, value: string): void {
    this.window[this.kind].setItem(key, value);
  }

  remove(key: string): void {
    this.window[this.kind].removeItem(key);
  }
}
