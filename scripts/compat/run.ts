import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';

const running = new Set<ChildProcess>();
process.on('exit', () => running.forEach((child) => child.kill()));

/** Starts a command that ends with this process at the latest. Errors go to its standard output, too. */
export function start(cwd: string, command: string, args: readonly string[], env = {}) {
  const child = spawn(command, args, {
    cwd,
    env: { ...cleanEnvironment(), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  child.once('exit', () => running.delete(child));
  return child;
}

/**
 * Runs a command to its end.
 * @returns all that it said.
 * @throws all that it said, when it fails.
 */
export async function run(cwd: string, command: string, args: readonly string[], env = {}) {
  const child = start(cwd, command, args, env);
  const [said, complained] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    child.exitCode === null ? once(child, 'exit') : null,
  ]);
  const output = `${said}${complained}`;
  if (child.exitCode === 0) return output;
  throw new Error(`${command} ${args.join(' ')} failed in ${cwd}:\n${output}`);
}

/** Without what `npm run` says of this project, and without settings that soften npm's checks or silence it. */
function cleanEnvironment(): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(
    ([name]) =>
      !/^npm_(lifecycle|package|command|config_(local_prefix|loglevel|force|legacy_peer))/.test(
        name,
      ),
  );
  return {
    ...Object.fromEntries(inherited),
    NG_CLI_ANALYTICS: 'false',
    // Nothing is to depend on whether a terminal is there.
    NO_COLOR: '1',
    CI: '1',
  };
}
