import type { Tree } from '@angular-devkit/schematics';
import type { Sources } from '../source/sources';
import type { AppProject } from './app-project';

/** The paths of the app's TypeScript files and of those of the workspace's libraries that it imports, declarations left out. */
export function projectFiles(
  tree: Tree,
  sources: Sources,
  { sourceRoot, main }: AppProject,
): string[] {
  const paths: string[] = [];
  tree.getDir(sourceRoot).visit((path) => {
    const isSource = path.endsWith('.ts') && !path.endsWith('.d.ts');
    if (isSource && !path.includes('/node_modules/')) paths.push(path);
  });
  return [...new Set([...paths, ...sources.reachable(main).map(({ fileName }) => fileName)])];
}
