import { AuthStorage } from '../core/storage/auth-storage';

const STORE = 'items';

/** A real IndexedDB as storage of an app, as the guide shows it. */
export function indexedDbStorage(name: string): AuthStorage {
  const opened = new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open(name);
    opening.onupgradeneeded = () => opening.result.createObjectStore(STORE);
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error!);
  });
  async function run<T>(mode: IDBTransactionMode, act: (store: IDBObjectStore) => IDBRequest<T>) {
    const transaction = (await opened).transaction(STORE, mode);
    const request = act(transaction.objectStore(STORE));
    return new Promise<T>((resolve, reject) => {
      transaction.oncomplete = () => resolve(request.result);
      transaction.onabort = () => reject(transaction.error!);
    });
  }
  return {
    get: async (key) =>
      (await run<string | undefined>('readonly', (items) => items.get(key))) ?? null,
    set: (key, value) => run('readwrite', (items) => items.put(value, key)),
    remove: (key) => run('readwrite', (items) => items.delete(key)),
  };
}
