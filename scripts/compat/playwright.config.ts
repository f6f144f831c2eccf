import { defineConfig } from '@playwright/test';
import { fromEnvironment } from './app-under-test.ts';

const { url, backendPort, artifacts } = fromEnvironment();

export default defineConfig({
  testDir: '.',
  outputDir: artifacts,
  reporter: 'list',
  timeout: 60_000,
  // Two apps are built and run at once, on few cores.
  expect: { timeout: 15_000 },
  workers: 1,
  retries: 0,
  forbidOnly: true,
  use: {
    baseURL: url,
    browserName: 'chromium',
    launchOptions: {
      executablePath: process.env['CHROME_BIN'] ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        // The README's backend is on port 5000, which this machine may need for something else.
        `--host-resolver-rules=MAP localhost:5000 localhost:${backendPort}`,
      ],
    },
  },
});
