import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** Builds one of `bench/apps` for production and returns the folder of its scripts. */
export function buildApp(name: string, { sourceMap = false } = {}): string {
  const output = `dist/bench/${name}`;
  const { status, stdout, stderr } = spawnSync(
    'ng',
    [
      'build',
      'bench',
      ...['--browser', `bench/apps/${name}.ts`, '--output-path', output],
      ...(sourceMap ? ['--configuration', 'source-map'] : []),
    ],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`${name} does not build:\n${stdout}${stderr}`);
  return join(output, 'browser');
}
