import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type AppFiles, appTree, runSchematic, snapshot } from '../testing/app-tree';
import { appModule, MODULE_APP } from '../testing/module-app';
import { appConfig, appRoutes, STANDALONE_APP } from '../testing/standalone-app';

type Refusal = [what: string, kind: 'standalone' | 'module', files: AppFiles, says: RegExp];

describe('ng add, what it leaves to the user', () => {
  const setups: Refusal[] = [
    [
      'no config',
      'standalone',
      {
        ...STANDALONE_APP,
        '/src/main.ts':
          "import { bootstrapApplication } from '@angular/platform-browser';\nbootstrapApplication(App);\n",
      },
      /^src\/main\.ts:2: `bootstrapApplication` has no config argument/,
    ],
    [
      'a main file that bootstraps nothing known',
      'standalone',
      { '/src/main.ts': 'start();\n' },
      /^src\/main\.ts: no call to/,
    ],
    [
      'a merged config',
      'standalone',
      { 'app.config.ts': 'export const appConfig = mergeApplicationConfig(a, b);\n' },
      /^src\/app\/app\.config\.ts:1: the config of the app is not an object literal/,
    ],
    [
      'a config behind a path alias',
      'standalone',
      {
        '/src/main.ts':
          "import { bootstrapApplication } from '@angular/platform-browser';\nimport { appConfig } from '@shop/config';\nbootstrapApplication(App, appConfig);\n",
      },
      /^src\/main\.ts:3: cannot find where `appConfig` is declared/,
    ],
    [
      'computed providers',
      'standalone',
      { ...STANDALONE_APP, 'app.config.ts': appConfig('providersFor(environment)') },
      /^src\/app\/app\.config\.ts:6: `providers` is not an array literal/,
    ],
    [
      'providers that may be spread in',
      'standalone',
      { ...STANDALONE_APP, 'app.config.ts': 'export const appConfig = { ...base };' },
      /`providers` may be part of this spread/,
    ],
    [
      'spread providers that may have HttpClient',
      'standalone',
      { ...STANDALONE_APP, 'app.config.ts': appConfig('[...coreProviders]') },
      /`\.\.\.coreProviders` may already provide HttpClient/,
    ],
    [
      'a provider function of the app',
      'standalone',
      {
        ...STANDALONE_APP,
        'app.config.ts': appConfig('[provideCore()]', "import { provideCore } from './core';\n"),
      },
      /`provideCore\(\)` may already provide HttpClient/,
    ],
    [
      'HttpClient under a condition',
      'standalone',
      {
        ...STANDALONE_APP,
        'app.config.ts': appConfig(
          '[isDev ? provideHttpClient() : []]',
          "import { provideHttpClient } from '@angular/common/http';\n",
        ),
      },
      /conditionally or more than once/,
    ],
    [
      'HttpClientModule beside provideHttpClient',
      'standalone',
      {
        ...STANDALONE_APP,
        'app.config.ts': appConfig(
          '[importProvidersFrom(HttpClientModule), provideHttpClient()]',
          "import { HttpClientModule, provideHttpClient } from '@angular/common/http';\n",
        ),
      },
      /app\.config\.ts:7: `provideHttpClient\(\)` may already provide HttpClient/,
    ],
    [
      'computed imports',
      'module',
      { ...MODULE_APP, 'app.module.ts': appModule('imports: modules,') },
      /app\.module\.ts:8: `imports` is not an array literal/,
    ],
    [
      'no metadata',
      'module',
      {
        'app.module.ts':
          "import { NgModule } from '@angular/core';\n@NgModule(metadata)\nexport class AppModule {}\n",
      },
      /no `@NgModule\(\{ … \}\)` to edit/,
    ],
  ];
  for (const [what, kind, files, says] of setups) {
    it(`edits nothing and says what to add: ${what}`, async () => {
      const tree = appTree(kind, files);
      const before = snapshot(tree);
      await assert.rejects(runSchematic('ng-add', {}, tree), ({ message }: Error) => {
        assert.match(message, says);
        assert.match(message, /No file of the app was changed\. Add by hand:/);
        assert.match(
          message,
          kind === 'module' ? /AuthModule\.forRoot\(\{ baseUrl/ : /provideAuth\(\{ baseUrl/,
        );
        assert.match(message, /path: 'login', component: LoginComponent/);
        return true;
      });
      assert.deepEqual(snapshot(tree), before);
    });
  }

  const routes: Refusal[] = [
    [
      'no router',
      'standalone',
      { 'app.config.ts': 'export const appConfig = { providers: [] };\n' },
      /app\.config\.ts: the app has no router: `provideRouter\(routes\)` is missing/,
    ],
    [
      'computed routes',
      'standalone',
      { ...STANDALONE_APP, 'app.routes.ts': 'export const routes = makeRoutes();' },
      /app\.routes\.ts:1: the routes are not an array literal/,
    ],
    [
      'another route `login`',
      'standalone',
      { ...STANDALONE_APP, 'app.routes.ts': appRoutes("[{ path: 'login', component: Mine }]") },
      /app\.routes\.ts:3: the route `login` already exists/,
    ],
    [
      'another route `status` under a shell',
      'standalone',
      {
        ...STANDALONE_APP,
        'app.routes.ts': appRoutes(
          "[{ path: '', children: [{ path: 'status', component: Mine }] }]",
        ),
      },
      /the route `status` already exists/,
    ],
    [
      'spread routes',
      'standalone',
      { ...STANDALONE_APP, 'app.routes.ts': appRoutes('[...shopRoutes]') },
      /cannot find the routes that are spread here/,
    ],
    [
      'computed paths',
      'standalone',
      { ...STANDALONE_APP, 'app.routes.ts': appRoutes('[{ path: Paths.login }]') },
      /the path of this route is not a constant/,
    ],
    [
      'no routing module',
      'module',
      { 'app.module.ts': appModule('imports: [BrowserModule],') },
      /`RouterModule\.forRoot\(routes\)` is missing/,
    ],
  ];
  for (const [what, kind, files, says] of routes) {
    it(`sets up and leaves the routes: ${what}`, async () => {
      const tree = appTree(kind, files);
      const before =
        tree.exists('/src/app/app.routes.ts') && tree.readContent('/src/app/app.routes.ts');
      const result = await runSchematic('ng-add', {}, tree);
      assert.match(result.log, says);
      assert.match(result.log, /path: 'status', component: StatusComponent/);
      const setup = kind === 'module' ? 'app.module.ts' : 'app.config.ts';
      assert.match(result.tree.readContent(`/src/app/${setup}`), /ngx-auth-kit/);
      if (before) assert.equal(result.tree.readContent('/src/app/app.routes.ts'), before);
    });
  }

  it('leaves a set-up in another file alone', async () => {
    const core =
      "import { provideAuth } from 'ngx-auth-kit';\nexport const provideCore = () => [provideAuth({ baseUrl: '/api' })];\n";
    const tree = appTree('standalone', {
      ...STANDALONE_APP,
      'app.config.ts': appConfig(
        '[provideRouter(routes), provideCore()]',
        "import { provideCore } from './core';\n",
      ),
      'core.ts': core,
    });
    const config = tree.readContent('/src/app/app.config.ts');
    const result = await runSchematic('ng-add', {}, tree);
    assert.match(result.log, /already set up in src\/app\/core\.ts:2\. That setup was not changed/);
    assert.equal(result.tree.readContent('/src/app/app.config.ts'), config);
    assert.match(result.tree.readContent('/src/app/app.routes.ts'), /path: 'login'/);
  });
});
