import { availableParallelism } from 'node:os';
import { defineConfig } from '@playwright/test';
import { DISABLED_FEATURES } from './disabled-features.ts';
import { DEMO } from './origins.ts';

/** Serves the production build of the demo, so build it first: `npm run build`. */
export default defineConfig({
  projects: [
    // What the library does in an app, for `npm test`; `test:looks`, `test:demo` and `test:site` run the others.
    { name: 'behaviour', testDir: '.', testIgnore: ['looks/**', 'demo/**', 'site/**'] },
    { name: 'looks', testDir: 'looks' },
    { name: 'demo', testDir: 'demo' },
    { name: 'site', testDir: 'site' },
  ],
  outputDir: 'artifacts/results',
  globalSetup: './require-build.ts',
  reporter: 'list',
  timeout: 30_000,
  // Each has servers and a browser of its own, see `test.ts`.
  workers: availableParallelism(),
  fullyParallel: true,
  retries: 0,
  forbidOnly: true,
  use: {
    baseURL: DEMO,
    browserName: 'chromium',
    // Traces of all tests would take a fifth of the computing: ask for one with `--trace on`.
    trace: 'off',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: process.env['CHROME_BIN'] ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        `--disable-features=${DISABLED_FEATURES.join()}`,
      ],
      // Users have the back-forward cache, so the tests have it too.
      ignoreDefaultArgs: ['--disable-back-forward-cache'],
    },
  },
});
