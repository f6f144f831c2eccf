import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { ensureChromium } from './chromium.ts';

type Step = readonly [name: string, command: string, ...args: string[]];

const MOCK: Step = ['Mock backend', 'npm', 'run', '--silent', 'test:mock'];
const SIMULATION: Step = ['Simulation', 'npm', 'run', '--silent', 'test:simulation'];
const LIBRARY: Step = ['Library', 'ng', 'test', 'ngx-auth-kit', '--watch=false'];
const SCHEMATICS: Step = ['Schematics', 'npm', 'run', '--silent', 'test:schematics'];
const BUILD: Step = ['Build', 'npm', 'run', '--silent', 'build'];
const END_TO_END: Step = [
  'End to end',
  'playwright',
  'test',
  '--config',
  'e2e/playwright.config.ts',
  '--project=behaviour',
];

process.env['CHROME_BIN'] = ensureChromium();
console.log('Mock backend, simulation, schematics and build, and the library at the same time …');
// Neither side needs what the other makes.
const failures = (
  await Promise.all([firstFailure([MOCK, SIMULATION, SCHEMATICS, BUILD]), firstFailure([LIBRARY])])
).filter((failure) => failure !== null);
if (failures.length === 0 && !(await passes(END_TO_END, 'inherit'))) failures.push(END_TO_END[0]);
if (failures.length > 0) {
  console.error(`\nFailed: ${failures.join(', ')}`);
  process.exit(1);
}

/** Runs one step after the other, and none after one that fails: the name of that one, or null. */
async function firstFailure(steps: readonly Step[]): Promise<string | null> {
  for (const step of steps) if (!(await passes(step, 'pipe'))) return step[0];
  return null;
}

/** What is piped is shown as a whole at the end, so that steps do not talk at the same time. */
async function passes([name, command, ...args]: Step, output: 'inherit' | 'pipe') {
  const started = performance.now();
  if (output === 'inherit') console.log(`\n== ${name}`);
  const child = spawn(command, args, { stdio: ['inherit', output, output] });
  const chunks: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) collect(stream, chunks);
  const [status] = await once(child, 'close');
  const seconds = ((performance.now() - started) / 1000).toFixed(0);
  if (output === 'pipe') console.log(`\n== ${name}\n${Buffer.concat(chunks).toString()}`);
  console.log(`${name}: ${status === 0 ? 'passed in' : 'failed after'} ${seconds} s.`);
  return status === 0;
}

function collect(stream: Readable | null, chunks: Buffer[]): void {
  stream?.on('data', (chunk: Buffer) => chunks.push(chunk));
}
