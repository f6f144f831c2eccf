/** Whether this is a promise, of whatever kind. */
export function isPromise<T>(given: T | PromiseLike<T>): given is PromiseLike<T> {
  return typeof (given as Partial<PromiseLike<T>> | null | undefined)?.then === 'function';
}
