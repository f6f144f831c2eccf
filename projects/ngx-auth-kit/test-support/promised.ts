/** A promise that the spec settles. */
export function promised<T>() {
  let fulfil!: (value: T) => void;
  let fail!: (reason: unknown) => void;
  const promise = new Promise<T>((resolve, reject) => {
    fulfil = resolve;
    fail = reject;
  });
  return { promise, fulfil, fail };
}
