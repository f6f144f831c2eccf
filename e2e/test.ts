import { test as base, expect } from '@playwright/test';
import { Backend } from './backend.ts';
import { watchForFaults } from './fault-watch.ts';

export { expect };

interface Fixtures {
  /** The mock backend, as new for every test. */
  readonly backend: Backend;
  /** Fails the test on any error in the console or the page. */
  readonly noFaults: void;
}

export const test = base.extend<Fixtures>({
  backend: [
    async ({ request }, use) => {
      const backend = new Backend(request);
      await backend.reset();
      await use(backend);
    },
    { auto: true },
  ],
  noFaults: [
    async ({ context }, use) => {
      const faults = watchForFaults(context);
      await use();
      expect(faults).toEqual([]);
    },
    { auto: true },
  ],
});
