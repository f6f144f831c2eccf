import { defineConfig } from '@playwright/test';
import { BACKEND, DEMO } from './origins.ts';

/** Serves the production build of the demo, so build it first: `npm run build`. */
export default defineConfig({
  testDir: '.',
  outputDir: 'artifacts/results',
  reporter: 'list',
  timeout: 30_000,
  workers: 1,
  fullyParallel: false,
  retries: 0,
  forbidOnly: true,
  use: {
    baseURL: DEMO,
    browserName: 'chromium',
    trace: 'retain-on-failure',
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
      ],
      // Users have the back-forward cache, so the tests have it too.
      ignoreDefaultArgs: ['--disable-back-forward-cache'],
    },
  },
  webServer: [
    server('e2e/serve-demo.ts', DEMO),
    server('projects/mock-backend/src/main.ts --port 5000', `${BACKEND}/__mock/options`),
  ],
});

function server(script: string, url: string) {
  return {
    command: `"${process.execPath}" ${script}`,
    cwd: '..',
    url,
    reuseExistingServer: false,
    stderr: 'pipe' as const,
    gracefulShutdown: { signal: 'SIGTERM' as const, timeout: 1_000 },
  };
}
