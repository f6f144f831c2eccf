import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { appTree, runSchematic, snapshot } from '../testing/app-tree';
import { STANDALONE_APP } from '../testing/standalone-app';
import { isBaseUrl } from './ng-add-options';

const LIBRARY = 'projects/ngx-auth-kit/core';

describe('options of ng add', () => {
  it('offer every preset that the library exports', () => {
    const exported = presets().map(({ name }) => name);
    assert.ok(exported.length >= 14);
    for (const schematic of ['ng-add', 'migrate-angular-jwt']) {
      const schema = JSON.parse(read(`projects/ngx-auth-kit/schematics/${schematic}/schema.json`));
      assert.deepEqual(schema.properties.backend.enum.toSorted(), exported.toSorted());
    }
  });

  for (const { name, source } of presets()) {
    const registers = / register: \{/.test(source);
    it(`with ${name} ${registers ? 'add' : 'leave out'} the route to register`, async () => {
      const before = appTree('standalone', STANDALONE_APP);
      const { tree } = await runSchematic('ng-add', { backend: name }, before);
      const routes = tree.readContent('/src/app/app.routes.ts');
      assert.ok(routes.includes("path: 'login'"));
      assert.equal(routes.includes('RegisterComponent'), registers);
    });
  }

  const urls: [url: string, isGood: boolean][] = [
    ['http://localhost:5000/auth', true],
    ['https://api.example.com', true],
    ['HTTPS://api.example.com/v1', true],
    ['/', true],
    ['/api/auth', true],
    ['', false],
    ['api', false],
    ['localhost:5000', false],
    ['ftp://api.example.com', false],
    ['javascript:alert(1)', false],
    ['//api.example.com', false],
    ['/\\api.example.com', false],
    ['https://', false],
    ['https://:80', false],
    ['https://ada:secret@api.example.com', false],
    ['https://api.example.com/?a=b', false],
    ['https://api.example.com/#a', false],
    [' /api', false],
  ];
  for (const [url, isGood] of urls) {
    it(`${isGood ? 'take' : 'refuse'} ${JSON.stringify(url)} as base URL`, () => {
      assert.equal(isBaseUrl(url), isGood);
    });
  }

  const refused: [what: string, options: object, says: RegExp][] = [
    [
      'a wrong base URL',
      { baseUrl: 'localhost:5000' },
      /^The base URL \("localhost:5000"\) must be an http\(s\) URL .* or a path .*\.$/,
    ],
    [
      'user info, which stays secret',
      { baseUrl: 'https://ada:secret@a.example' },
      /^The base URL \(with user info\) must be/,
    ],
    [
      'an unknown project',
      { project: 'shed' },
      /^There is no project shed\. Choose an app with --project: shop\.$/,
    ],
  ];
  for (const [what, options, says] of refused) {
    it(`refuse in one line: ${what}`, async () => {
      const tree = appTree('standalone', STANDALONE_APP);
      const before = snapshot(tree);
      await assert.rejects(runSchematic('ng-add', options, tree), ({ message }: Error) => {
        assert.match(message, says);
        assert.doesNotMatch(message, /\n|secret/);
        return true;
      });
      assert.deepEqual(snapshot(tree), before);
    });
  }

  const workspaces: [what: string, projects: object, options: object, says: RegExp][] = [
    [
      'several apps',
      { a: app(), b: app() },
      {},
      /^There are several apps\. Choose one with --project: a, b\.$/,
    ],
    [
      'a library',
      { a: app(), kit: { ...app(), projectType: 'library' } },
      { project: 'kit' },
      /^kit is a library\./,
    ],
    ['no app', {}, {}, /^There is no app in this workspace\.$/],
  ];
  for (const [what, projects, options, says] of workspaces) {
    it(`ask for the project where it is not clear: ${what}`, async () => {
      const tree = appTree('standalone', STANDALONE_APP);
      tree.overwrite('/angular.json', JSON.stringify({ version: 1, projects }));
      await assert.rejects(runSchematic('ng-add', options, tree), { message: says });
    });
  }

  it('choose among several apps', async () => {
    const tree = appTree('standalone', STANDALONE_APP);
    tree.overwrite(
      '/angular.json',
      JSON.stringify({
        version: 1,
        projects: { other: { ...app(), root: 'other', sourceRoot: 'other/src' }, shop: app() },
      }),
    );
    const result = await runSchematic('ng-add', { project: 'shop' }, tree);
    assert.match(result.tree.readContent('/src/app/app.config.ts'), /provideAuth/);
  });
});

function app() {
  const options = { browser: 'src/main.ts' };
  const architect = { build: { builder: '@angular/build:application', options } };
  return { projectType: 'application', root: '', sourceRoot: 'src', architect };
}

function read(path: string): string {
  return readFileSync(path, 'utf8');
}

/** The presets that the library exports, with the text of their files. */
function presets(): { name: string; source: string }[] {
  const exports = read(`${LIBRARY}/public-api.ts`).matchAll(
    /\{ (\w+) \} from '\.(\/backends\/.*)'/g,
  );
  return [...exports]
    .map(([, name = '', path]) => ({ name, source: read(`${LIBRARY}${path}.ts`) }))
    .filter(({ name, source }) => source.includes(`const ${name}: AuthBackend`));
}
