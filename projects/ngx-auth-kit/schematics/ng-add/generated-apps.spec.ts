import type { UnitTestTree } from '@angular-devkit/schematics/testing';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { runSchematic, snapshot } from '../testing/app-tree';
import { generate, newWorkspace } from '../testing/generated-app';
import { typeErrors } from '../testing/type-errors';

describe('ng add, apps that the CLI generates', () => {
  const apps: [what: string, options: object][] = [
    ['standalone', {}],
    ['of NgModules', { standalone: false }],
    ['with SSR', { ssr: true }],
    ['of NgModules with SSR', { standalone: false, ssr: true }],
    ['zoneless', { zoneless: true }],
    ['with zone.js', { zoneless: false }],
    ['of NgModules with zone.js', { standalone: false, zoneless: false }],
    ['with a prefix', { prefix: 'acme' }],
    ['minimal', { minimal: true }],
    ['with the file names of 2016', { fileNameStyleGuide: '2016' }],
    ['of NgModules with the file names of 2016', { standalone: false, fileNameStyleGuide: '2016' }],
  ];
  for (const [what, options] of apps) {
    it(`edits an app ${what} so that it compiles, and changes nothing the second time`, async () => {
      const { tree, log } = await runSchematic('ng-add', {}, await newWorkspace(options));
      assertSetUp(tree);
      assert.doesNotMatch(log, /by hand/);
      const before = snapshot(tree);
      const second = await runSchematic('ng-add', {}, tree);
      assert.deepEqual(snapshot(second.tree), before);
      assert.match(second.log, /nothing was changed/);
    });
  }

  for (const standalone of [true, false]) {
    const kind = standalone ? 'standalone' : 'NgModules';
    it(`sets up an app without routing and shows the router to add: ${kind}`, async () => {
      const before = await newWorkspace({ routing: false, standalone });
      const { tree, log } = await runSchematic('ng-add', {}, before);
      assert.deepEqual(typeErrors(tree), []);
      assert.match(log, standalone ? /provideRouter\(routes\)/ : /RouterModule\.forRoot\(routes\)/);
      assert.match(log, /<router-outlet \/> in the template/);
      assert.match(log, /path: 'login', component: LoginComponent/);
    });
  }

  it('edits one of two apps in a monorepo, and asks which', async () => {
    const empty = await newWorkspace({ createApplication: false });
    const one = await generate('application', { name: 'one' }, empty);
    const two = await generate('application', { name: 'two' }, one);
    await assert.rejects(runSchematic('ng-add', {}, two), /with --project: one, two\./);
    const before = snapshot(two);
    const { tree } = await runSchematic('ng-add', { project: 'two' }, two);
    const changed = Object.keys(before).filter((path) => tree.readContent(path) !== before[path]);
    assert.ok(changed.length > 0 && changed.every((path) => path.startsWith('/projects/two/')));
    assertSetUp(tree, '/projects/two');
  });

  it('edits an app of an Nx-like layout, with its routes in a library', async () => {
    const empty = await newWorkspace({ createApplication: false, newProjectRoot: 'apps' });
    const tree = await generate('application', { name: 'shop', projectRoot: 'apps/shop' }, empty);
    const routes = tree.readContent('/apps/shop/src/app/app.routes.ts');
    tree.create('/libs/routes/src/index.ts', "export * from './lib/routes';\n");
    tree.create('/libs/routes/src/lib/routes.ts', routes.replace('routes', 'shopRoutes'));
    tree.delete('/apps/shop/src/app/app.routes.ts');
    tree.overwrite(
      '/tsconfig.json',
      '{ // Nx\n "compilerOptions": { "paths": { "@shop/*": ["./libs/*"] } } }',
    );
    const config = '/apps/shop/src/app/app.config.ts';
    tree.overwrite(
      config,
      tree
        .readContent(config)
        .replace("{ routes } from './app.routes'", "{ shopRoutes } from '@shop/routes/src'")
        .replace('(routes)', '(shopRoutes)'),
    );
    const result = await runSchematic('ng-add', {}, tree);
    assertSetUp(result.tree, '/apps/shop');
    assert.match(result.tree.readContent('/libs/routes/src/lib/routes.ts'), /path: 'status'/);
  });

  // What Angular 20 and 21 write in another way.
  it('edits an app of NgModules of Angular 20, which gives bootstrapModule options', async () => {
    const before = await newWorkspace({ standalone: false });
    const main = before.readContent('/src/main.ts');
    before.overwrite(
      '/src/main.ts',
      main.replace('(AppModule)', '(AppModule, {\n  ngZoneEventCoalescing: true,\n})'),
    );
    const { tree } = await runSchematic('ng-add', {}, before);
    assertSetUp(tree);
  });
});

/** The app has the library and its routes, and compiles. */
function assertSetUp(tree: UnitTestTree, root = ''): void {
  const texts = Object.values(snapshot(tree)).join('\n');
  assert.match(texts, /provideAuth\(\{ baseUrl|AuthModule\.forRoot\(\{ baseUrl/);
  assert.equal(texts.match(/path: 'login', component: LoginComponent/g)?.length, 1);
  assert.deepEqual(typeErrors(tree, `${root}/src/main.ts`), []);
}
