import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { BuildFailure } from './build-failure.ts';

const ROOT = join(import.meta.dirname, '../..');
/** The Angular CLI takes paths from the root only. */
const OUTPUT = 'dist/bench';

/** Builds an entry file below `bench` for production and returns the folder of what it serves. */
export function buildApp(entry: string, { sourceMap = false } = {}): string {
  const name = basename(entry, '.ts');
  const { status, stdout, stderr } = spawnSync(
    'ng',
    [
      ...['build', 'bench', '--browser', `bench/${entry}`],
      ...['--output-path', join(OUTPUT, name), '--ts-config', tsConfigOf(entry, name)],
      ...(sourceMap ? ['--configuration', 'source-map'] : []),
    ],
    { cwd: ROOT, encoding: 'utf8' },
  );
  if (status !== 0) throw new BuildFailure(entry, stripVTControlCharacters(`${stdout}${stderr}`));
  return join(ROOT, OUTPUT, name, 'browser');
}

/** One for each app, so that none is compiled, or fails, for another. */
function tsConfigOf(entry: string, name: string): string {
  const path = join(OUTPUT, `tsconfig.${name}.json`);
  const to = (target: string) => relative(OUTPUT, target);
  mkdirSync(join(ROOT, OUTPUT), { recursive: true });
  writeFileSync(
    join(ROOT, path),
    JSON.stringify({
      extends: to('bench/tsconfig.json'),
      files: [to(`bench/${entry}`)],
      include: [],
    }),
  );
  return path;
}
