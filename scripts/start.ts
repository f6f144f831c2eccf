import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { globSync, statSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { serve } from '../projects/mock-backend/src/serve.ts';

const ROOT = join(import.meta.dirname, '..');
const NG = join(ROOT, 'node_modules/@angular/cli/bin/ng.js');
const BACKEND_PORT = 5000;
const DEMO_PORT = 4200;

const running = new Set<ChildProcess>();

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop(0));
if (process.env['npm_lifecycle_event']) stopWithParent();

try {
  for (const port of [BACKEND_PORT, DEMO_PORT]) {
    if (await isInUse(port)) throw new Error(`Port ${port} is already in use.`);
  }
  if (isLibraryStale()) await buildLibrary();
  const { url } = await serve({ port: BACKEND_PORT });
  console.log(`Mock backend  ${url}  (sign in as ada@example.com / correct horse battery)`);
  await serveDemo();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  stop(1);
}

function isInUse(port: number): Promise<boolean> {
  const socket = connect(port, 'localhost');
  return once(socket, 'connect').then(
    () => {
      socket.destroy();
      return true;
    },
    // Nobody answers.
    () => false,
  );
}

function isLibraryStale(): boolean {
  const built = changedAt('dist/ngx-auth-kit/package.json');
  const sources = globSync('projects/ngx-auth-kit/**/*.{ts,html,css,json}', { cwd: ROOT });
  return sources.some((source) => changedAt(source) > built);
}

/** In milliseconds; 0 for a file that is not there. */
function changedAt(path: string): number {
  return statSync(join(ROOT, path), { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

async function buildLibrary(): Promise<void> {
  const build = ng('build', 'ngx-auth-kit');
  const [output, errors] = await Promise.all([text(build.stdout), text(build.stderr)]);
  if (build.exitCode ?? (await once(build, 'exit'))[0]) {
    throw new Error(`${output}${errors}The library cannot be built.`);
  }
}

/** Shows errors only; settles when the server stops, which is never meant to happen. */
async function serveDemo(): Promise<never> {
  const server = ng('serve', 'demo', '--port', String(DEMO_PORT));
  server.stderr.pipe(process.stderr);
  let announced = false;
  server.stdout.setEncoding('utf8').on('data', (output: string) => {
    if (announced || !output.includes('Local:')) return;
    announced = true;
    console.log(`Demo          http://localhost:${DEMO_PORT}`);
  });
  await once(server, 'exit');
  throw new Error('The demo server has stopped.');
}

function ng(...args: string[]) {
  const child = spawn(process.execPath, [NG, ...args], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  child.once('exit', () => running.delete(child));
  return child;
}

/** npm passes SIGTERM on to its shell, which dies of it and tells nobody. */
function stopWithParent(): void {
  const parent = process.ppid;
  setInterval(() => process.ppid === parent || stop(0), 250).unref();
}

function stop(code: number): never {
  for (const child of running) child.kill();
  process.exit(code);
}
