import type { Tree } from '@angular-devkit/schematics';
import type { AppProject } from './app-project';

/** The paths of the app's TypeScript files, declarations left out. */
export function projectFiles(tree: Tree, { sourceRoot }: AppProject): string[] {
  const paths: string[] = [];
  tree.getDir(sourceRoot).visit((path) => {
    const isSource = path.endsWith('.ts') && !path.endsWith('.d.ts');
    if (isSource && !path.includes('/node_modules/')) paths.push(path);
  });
  return paths;
}
