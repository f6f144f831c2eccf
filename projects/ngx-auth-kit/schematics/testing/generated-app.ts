import { SchematicTestRunner, type UnitTestTree } from '@angular-devkit/schematics/testing';
import { join } from 'node:path';

/** By its path from the workspace: the package does not export it. */
const COLLECTION = join(process.cwd(), 'node_modules/@schematics/angular/collection.json');
const PLAIN = { skipInstall: true, skipGit: true, skipTests: true, style: 'css' };

/** The workspace that `ng new shop` makes with these options. */
export function newWorkspace(options: object = {}): Promise<UnitTestTree> {
  const required = { name: 'shop', directory: '.', version: '22.0.0', packageManager: 'npm' };
  return run('ng-new', { ...PLAIN, ...required, ...options });
}

/** Runs one of Angular's own schematics, such as `application` and `library`. */
export function generate(name: string, options: object, tree: UnitTestTree): Promise<UnitTestTree> {
  return run(name, options, tree);
}

function run(name: string, options: object, tree?: UnitTestTree): Promise<UnitTestTree> {
  return new SchematicTestRunner('@schematics/angular', COLLECTION).runSchematic(
    name,
    options,
    tree,
  );
}
