import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { RealServer } from './real-server.ts';

const started: ChildProcess[] = [];
process.on('exit', () => started.forEach((server) => server.kill()));

/**
 * Starts a server on a free port; it ends with this process.
 * @returns Its URL, or null if it ended before it listened.
 */
export async function startServer(
  { name, command: [program, ...args] }: RealServer,
  folder: string,
  secret: string,
): Promise<string | null> {
  const server = spawn(program, [...args, '--port', '0'], {
    cwd: folder,
    env: { ...process.env, SECRET_KEY: secret },
  });
  server.stdin.end();
  started.push(server);
  // What is sent on purpose to be refused makes some servers print a stack trace for each.
  let complaints = '';
  server.stderr.on('data', (chunk) => (complaints = `${complaints}${chunk}`.slice(-2_000)));
  for await (const line of createInterface(server.stdout)) {
    const url = /on (http:\S+)/.exec(line)?.[1];
    if (url) return url;
  }
  console.error(`${name} ended before it listened.\n${complaints}`);
  return null;
}
