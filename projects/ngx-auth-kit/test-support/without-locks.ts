/** Runs something where the browser has no Web Locks. */
export async function withoutLocks(run: () => Promise<void>): Promise<void> {
  Object.defineProperty(navigator, 'locks', { value: undefined, configurable: true });
  try {
    await run();
  } finally {
    Reflect.deleteProperty(navigator, 'locks');
  }
}
