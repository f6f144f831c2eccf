import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { ensureChromium } from './chromium.ts';
import { checkMajor } from './compat/check-major.ts';
import type { Step } from './compat/check-major.ts';
import { MAJORS } from './compat/majors.ts';
import { expectRefusal } from './compat/refusal.ts';
import { run } from './compat/run.ts';

/**
 * Tries the packed library out in fresh apps of every Angular major that it serves, in a folder of its
 * own that needs the npm registry only. Arguments choose majors: `npm run test:compat -- 20 22`.
 */
const chosen = process.argv.slice(2).map(Number);
const majors = MAJORS.filter(({ major }) => chosen.length === 0 || chosen.includes(major));
const results: { Angular: string; check: string; result: string; seconds: number }[] = [];

const folder = mkdtempSync(join(tmpdir(), 'ngx-auth-kit-compat-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
process.env['CHROME_BIN'] = ensureChromium();

const library = await pack();
const tasks = [
  ...majors.map((major) => () => {
    const name = String(major.major);
    return checkMajor(major, join(folder, name), library, steps(name));
  }),
  () => steps('19')('is refused by npm', () => expectRefusal(join(folder, '19'), library)),
];
await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, work));

results.sort((a, b) => a.Angular.localeCompare(b.Angular));
console.table(results);
process.exit(results.every(({ result }) => result === 'passed') ? 0 : 1);

/** Takes tasks until there are none. */
async function work(): Promise<void> {
  for (let task = tasks.shift(); task; task = tasks.shift()) await task();
}

/** Notes how each part of a task goes, in a line and in the table. */
function steps(angular: string): Step {
  return async (check, part) => {
    const began = performance.now();
    const note = (result: string) => {
      const seconds = Math.round((performance.now() - began) / 1000);
      results.push({ Angular: angular, check, result, seconds });
      console.log(`Angular ${angular}: ${check}: ${result} (${seconds} s)`);
    };
    try {
      const value = await part();
      note('passed');
      return value;
    } catch (error) {
      note('FAILED');
      console.error(error instanceof Error ? error.message : error);
      return null;
    }
  };
}

async function pack(): Promise<string> {
  const output = await run('dist/ngx-auth-kit', 'npm', [
    'pack',
    '--silent',
    `--pack-destination=${folder}`,
  ]);
  const name = output.split('\n').find((line) => line.endsWith('.tgz'));
  if (!name) throw new Error(`npm pack names no file:\n${output}`);
  return resolve(folder, name);
}
