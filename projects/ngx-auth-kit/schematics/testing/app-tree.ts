import { HostTree } from '@angular-devkit/schematics';
import { SchematicTestRunner, UnitTestTree } from '@angular-devkit/schematics/testing';
import { join } from 'node:path';
import ts from 'typescript';

/** Files of an app, by their path under `src/app`, or from the workspace where they start with `/`. */
export type AppFiles = Readonly<Record<string, string>>;

const MAIN = {
  standalone: `import { bootstrapApplication } from '@angular/platform-browser';
import { appConfig } from './app/app.config';
import { App } from './app/app';

bootstrapApplication(App, appConfig).catch((error) => console.error(error));
`,
  module: `import { platformBrowser } from '@angular/platform-browser';
import { AppModule } from './app/app.module';

platformBrowser().bootstrapModule(AppModule).catch((error) => console.error(error));
`,
};

/** A workspace with one app, `shop`, that starts the given way. */
export function appTree(kind: keyof typeof MAIN, files: AppFiles): UnitTestTree {
  const tree = new UnitTestTree(new HostTree());
  const app = { projectType: 'application', root: '', sourceRoot: 'src', architect: {} };
  tree.create('/angular.json', JSON.stringify({ version: 1, projects: { shop: app } }));
  tree.create('/package.json', '{ "dependencies": {} }');
  tree.create('/src/main.ts', MAIN[kind]);
  for (const [path, text] of Object.entries(files)) {
    const rooted = path.startsWith('/') ? path : `/src/app/${path}`;
    if (tree.exists(rooted)) tree.overwrite(rooted, text);
    else tree.create(rooted, text);
  }
  return tree;
}

/** Runs a schematic of the collection as the CLI would; `log` has what it said. @throws where it writes no TypeScript. */
export async function runSchematic(
  name: string,
  options: object,
  tree: UnitTestTree,
): Promise<{ tree: UnitTestTree; log: string }> {
  const runner = new SchematicTestRunner('ngx-auth-kit', join(__dirname, '../collection.json'));
  const lines: string[] = [];
  runner.logger.subscribe(({ message }) => lines.push(message));
  const result = await runner.runSchematic(name, options, tree);
  for (const path of result.files.filter((file) => file.endsWith('.ts'))) parse(result, path);
  return { tree: result, log: lines.join('\n') };
}

/** Whatever a schematic writes has to be TypeScript. */
function parse(tree: UnitTestTree, path: string): void {
  const text = tree.readContent(path);
  const { diagnostics = [] } = ts.transpileModule(text, { reportDiagnostics: true });
  const [first] = diagnostics;
  if (!first) return;
  throw new Error(`${path}: ${ts.flattenDiagnosticMessageText(first.messageText, ' ')}\n${text}`);
}

/** Every file of a tree. */
export function snapshot(tree: UnitTestTree): Record<string, string> {
  return Object.fromEntries(tree.files.map((path) => [path, tree.readContent(path)]));
}
