import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { build } from 'esbuild';
import type { Plugin } from 'esbuild';
import type { Mutant } from '../../projects/ngx-auth-kit/test-support/simulation/simulation-options.ts';

const LIBRARY = 'projects/ngx-auth-kit';

/**
 * Bundles the simulation with the library's source, as a production build would have it, and answers
 * the path of the bundle. A mutant is applied to what is read, never to the tree.
 */
export async function bundle(mutant: Mutant | null = null, index = 0): Promise<string> {
  const outfile = resolve(`out-tsc/simulation/${mutant ? `mutant-${index}` : 'library'}.mjs`);
  await build({
    entryPoints: [`${LIBRARY}/test-support/simulation/simulation.ts`],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    define: { ngDevMode: 'false' },
    tsconfigRaw: { compilerOptions: { experimentalDecorators: true, target: 'ES2022' } },
    plugins: mutant ? [applied(mutant)] : [],
    logLevel: 'warning',
  });
  return outfile;
}

function applied({ name, file, replace }: Mutant): Plugin {
  const path = resolve(LIBRARY, 'core', file);
  return {
    name: 'mutant',
    setup: ({ onLoad, onEnd }) => {
      let isRead = false;
      onLoad({ filter: /\.ts$/ }, async (args) => {
        if (args.path !== path) return undefined;
        isRead = true;
        const source = await readFile(path, 'utf8');
        const contents = replace.reduce((text, pair) => mutated(text, pair, name), source);
        return { contents, loader: 'ts' };
      });
      onEnd(() => {
        if (!isRead) throw new Error(`"${name}": ${file} is not part of the library.`);
      });
    },
  };
}

function mutated(text: string, [from, to]: readonly [string, string], name: string): string {
  if (text.split(from).length !== 2) throw new Error(`"${name}": not found once: ${from}`);
  return text.replace(from, () => to);
}
