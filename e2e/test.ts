import { test as base, expect } from '@playwright/test';
import type { DialectName } from '../projects/mock-backend/src/mock-options.ts';
import { serve } from '../projects/mock-backend/src/serve.ts';
import type { RunningBackend } from '../projects/mock-backend/src/serve.ts';
import type { AppOptions } from './app/app-options.ts';
import { Backend } from './backend.ts';
import { watchForFaults } from './fault-watch.ts';
import { BACKEND, DEMO, FOREIGN, INTRANET } from './origins.ts';
import { serveDemo } from './serve-demo.ts';
import type { RunningDemo } from './serve-demo.ts';

export { expect };

interface WorkerFixtures {
  /** The mock backend of this worker, on a port of its own. */
  readonly mock: RunningBackend;
  /** The demo on a port of its own, in front of this worker's backend. */
  readonly demo: RunningDemo;
}

interface Fixtures {
  /** For `test.use`: what the browser has chosen before; the demo's default otherwise. */
  readonly dialect: DialectName | undefined;
  /** For `test.use`: how the app at `APP_PATH` is configured. */
  readonly appOptions: AppOptions | undefined;
  /** The backend of the dialect, as new for every test. */
  readonly backend: Backend;
  /** Fails the test on any error in the console or the page. */
  readonly noFaults: void;
}

const DIALECT_OF = { cookies: 'flask-jwt-extended', tokens: 'refresh-token' } as const;

export const test = base.extend<Fixtures, WorkerFixtures>({
  mock: [
    // eslint-disable-next-line no-empty-pattern -- Playwright insists on a pattern.
    async ({}, use) => {
      const mock = await serve();
      await use(mock);
      await mock.close();
    },
    { scope: 'worker' },
  ],
  demo: [
    async ({ mock }, use) => {
      const demo = await serveDemo(mock.url);
      await use(demo);
      await demo.close();
    },
    { scope: 'worker' },
  ],
  launchOptions: [
    async ({ launchOptions, mock, demo }, use) => {
      const ports = {
        [DEMO]: demo.port,
        [INTRANET]: demo.port,
        [BACKEND]: mock.port,
        [FOREIGN]: mock.port,
      };
      const rules = Object.entries(ports).map(
        ([origin, port]) => `MAP ${new URL(origin).host} 127.0.0.1:${port}`,
      );
      // Below HTTP: to the page, origins, cookies and the Host header are those of the demo.
      const args = [...(launchOptions.args ?? []), `--host-resolver-rules=${rules.join()}`];
      await use({ ...launchOptions, args });
    },
    { scope: 'worker' },
  ],
  dialect: [undefined, { option: true }],
  appOptions: [undefined, { option: true }],
  context: async ({ context, dialect, appOptions }, use) => {
    // Playwright's `storageState` would open a page of its own for it.
    if (dialect) await context.addInitScript(chooseBackend, { origins: [DEMO, INTRANET], dialect });
    if (appOptions)
      await context.addInitScript((options) => (window.appOptions = options), appOptions);
    await use(context);
  },
  backend: [
    async ({ mock, dialect, appOptions }, use) => {
      mock.backend.reset();
      await use(new Backend(mock.backend, appOptions ? DIALECT_OF[appOptions.backend] : dialect));
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

/** Runs in the page before its scripts; what is chosen later stays. */
function chooseBackend({
  origins,
  dialect,
}: {
  origins: readonly string[];
  dialect: DialectName;
}): void {
  if (origins.includes(location.origin)) localStorage['demo.backend'] ??= dialect;
}
