import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withKeptProviders } from './kept-providers.ts';
import { quickStart } from './quick-start.ts';

/** Does in a standalone app what the README says. */
export function followStandalone(app: string, readme: string): void {
  write(app, quickStart(readme, 'standalone'));
}

/** Does in an app of NgModules what the README says; its routes are those of the other quick start. */
export function followNgModule(app: string, readme: string): void {
  const source = join(app, 'src/app');
  const files = new Map(quickStart(readme, 'NgModule'));
  const [[name] = ['']] = files;
  const routes = quickStart(readme, 'standalone').get('app.routes.ts');
  if (!routes) throw new Error('The README shows no app.routes.ts.');
  // Files are named by the style guide of 2016 or of 2025; the README can name them by one only.
  renameSync(join(source, 'app-module.ts'), join(source, name));
  writeFileSync(join(source, 'app.component.ts'), "export { App as AppComponent } from './app';\n");
  const main = join(app, 'src/main.ts');
  const module = `./app/${name.replace(/\.ts$/, '')}`;
  writeFileSync(main, readFileSync(main, 'utf8').replace('./app/app-module', module));
  write(app, files.set('app.routes.ts', routes));
}

function write(app: string, files: ReadonlyMap<string, string>): void {
  for (const [name, code] of files) {
    const path = join(app, 'src/app', name);
    const generated = existsSync(path) ? readFileSync(path, 'utf8') : '';
    writeFileSync(path, withKeptProviders(generated, code));
  }
}
