import { spawnSync } from 'node:child_process';
import { ensureChromium } from './chromium.ts';

/** Everything `npm test` runs, in the order in which failures are cheapest to find. */
const STEPS: readonly [name: string, command: string, ...args: string[]][] = [
  [
    'Mock backend',
    'node',
    '--test',
    '--test-reporter=dot',
    'projects/mock-backend/src/**/*.spec.ts',
  ],
  ['Library', 'ng', 'test', 'ngx-auth-kit', '--watch=false'],
  ['Build', 'npm', 'run', '--silent', 'build'],
  ['End to end', 'playwright', 'test', '--config', 'e2e/playwright.config.ts'],
];

process.env['CHROME_BIN'] = ensureChromium();
for (const [name, command, ...args] of STEPS) {
  console.log(`\n== ${name}`);
  const started = performance.now();
  const { status } = spawnSync(command, args, { stdio: 'inherit', shell: false });
  const seconds = ((performance.now() - started) / 1000).toFixed(0);
  if (status !== 0) {
    console.error(`\n${name}: failed after ${seconds} s.`);
    process.exit(1);
  }
  console.log(`${name}: passed in ${seconds} s.`);
}
