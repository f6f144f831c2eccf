import type { Tree } from '@angular-devkit/schematics';
import { posix } from 'node:path';
import ts from 'typescript';

/** Where the workspace says what its imports mean, Nx's file first. */
const CONFIGS = ['/tsconfig.base.json', '/tsconfig.json'];

/** Gives the paths, without extension, that a module may mean by the `paths` of the workspace's tsconfig. */
export function pathAliases(tree: Tree): (module: string) => string[] {
  const options = CONFIGS.map((path) => compilerOptions(tree, path)).find(({ paths }) => paths);
  const { baseUrl = '.', paths = {} } = options ?? {};
  return (module) =>
    Object.entries(paths).flatMap(([pattern, targets]) => {
      const [start = '', end = ''] = pattern.split('*');
      const isMatch = pattern.includes('*')
        ? module.startsWith(start) && module.endsWith(end)
        : module === pattern;
      if (!isMatch) return [];
      const middle = module.slice(start.length, module.length - end.length);
      return targets.map((target) => posix.join('/', baseUrl, target.replace('*', middle)));
    });
}

interface PathOptions {
  readonly baseUrl?: string;
  readonly paths?: Readonly<Record<string, readonly string[]>>;
}

function compilerOptions(tree: Tree, path: string): PathOptions {
  const text = tree.read(path)?.toString('utf8') ?? '{}';
  const { config } = ts.parseConfigFileTextToJson(path, text) as {
    config?: { compilerOptions?: PathOptions };
  };
  return config?.compilerOptions ?? {};
}
