import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type AppFiles, appTree, runSchematic, snapshot } from '../testing/app-tree';
import { appModule, MODULE_APP } from '../testing/module-app';
import { appConfig, appRoutes, STANDALONE_APP } from '../testing/standalone-app';
import { typeErrors } from '../testing/type-errors';

type Shape = [
  what: string,
  kind: 'standalone' | 'module',
  files: AppFiles,
  after: Record<string, RegExp>,
];

const COMPONENT = `import { Component } from '@angular/core';

@Component({ selector: 'app-root', template: '' })
export class App {}
`;
const HTTP = (symbols: string) => `import { ${symbols} } from '@angular/common/http';\n`;
const FROM_MODULES = "import { importProvidersFrom } from '@angular/core';\n";
const HOME = "{ path: 'home', redirectTo: '' }";

describe('ng add, shapes that it follows', () => {
  const shapes: Shape[] = [
    [
      'HttpClientModule in the root module',
      'module',
      {
        ...MODULE_APP,
        'app.module.ts': appModule(
          'imports: [BrowserModule, HttpClientModule, AppRoutingModule],',
          HTTP('HttpClientModule'),
        ),
      },
      {
        'app.module.ts':
          /imports: \[BrowserModule, AuthModule\.forRoot\(.*\), AppRoutingModule\],\n {2}bootstrap: \[App\],\n {2}providers: \[\n {4}provideHttpClient\(withInterceptorsFromDi\(\)\),/,
      },
    ],
    [
      'HttpClientModule that the root module exports, too',
      'module',
      {
        ...MODULE_APP,
        'app.module.ts': appModule(
          'imports: [BrowserModule, HttpClientModule, AppRoutingModule],\n  exports: [HttpClientModule],',
          HTTP('HttpClientModule'),
        ),
      },
      { 'app.module.ts': /imports: \[\s+BrowserModule,\s+HttpClientModule,.*AuthModule\.forRoot/s },
    ],
    [
      'HttpClientModule, whose XSRF protection another module changes',
      'module',
      {
        ...MODULE_APP,
        'app.module.ts': appModule(
          'imports: [BrowserModule, AppRoutingModule, HttpClientModule, HttpClientXsrfModule.disable()],',
          HTTP('HttpClientModule, HttpClientXsrfModule'),
        ),
      },
      { 'app.module.ts': /HttpClientModule,\s+HttpClientXsrfModule\.disable\(\),\s+AuthModule/ },
    ],
    [
      'importProvidersFrom(HttpClientModule)',
      'standalone',
      {
        ...STANDALONE_APP,
        'app.config.ts': appConfig(
          '[provideRouter(routes), importProvidersFrom(HttpClientModule)]',
          FROM_MODULES + HTTP('HttpClientModule'),
        ),
      },
      {
        'app.config.ts':
          /provideHttpClient\(withInterceptorsFromDi\(\), withInterceptors\(\[authInterceptor\]\)\)/,
      },
    ],
    [
      'importProvidersFrom with another module',
      'standalone',
      {
        ...STANDALONE_APP,
        'app.config.ts': appConfig(
          '[\n    provideRouter(routes),\n    importProvidersFrom(HttpClientModule, HttpClientJsonpModule),\n  ]',
          FROM_MODULES + HTTP('HttpClientJsonpModule, HttpClientModule'),
        ),
      },
      { 'app.config.ts': /importProvidersFrom\(HttpClientJsonpModule\)/ },
    ],
    [
      'interceptors that are classes',
      'standalone',
      {
        ...STANDALONE_APP,
        'app.config.ts': appConfig(
          '[provideRouter(routes), { provide: HTTP_INTERCEPTORS, useValue: log, multi: true }]',
          `${HTTP('HTTP_INTERCEPTORS')}import { log } from './log';\n`,
        ),
        'log.ts': 'export const log = {};\n',
      },
      { 'app.config.ts': /provideHttpClient\(withInterceptorsFromDi\(\), withInterceptors\(/ },
    ],
    [
      'a main file that loads the rest',
      'standalone',
      {
        ...STANDALONE_APP,
        '/src/main.ts':
          "import('./bootstrap').catch((error: unknown) => console.error(error));\nexport {};\n",
        '/src/bootstrap.ts': `import { bootstrapApplication } from '@angular/platform-browser';
import { App } from './app/app';
import { appConfig } from './app/app.config';

bootstrapApplication(App, appConfig);
`,
      },
      {},
    ],
    [
      'a main file that loads the rest, NgModules',
      'module',
      {
        ...MODULE_APP,
        '/src/main.ts': "import('./bootstrap');\nexport {};\n",
        '/src/bootstrap.ts': `import { platformBrowser } from '@angular/platform-browser';
import { AppModule } from './app/app.module';

platformBrowser().bootstrapModule(AppModule);
`,
      },
      {},
    ],
    ...['export default routes;', 'export { routes as default };'].map((end): Shape => [
      `routes with \`${end}\``,
      'standalone',
      {
        'app.config.ts': appConfig('[provideRouter(routes)]').replace('{ routes }', 'routes'),
        'app.routes.ts': `${appRoutes('[]').replace('export ', '')}\n${end}\n`,
      },
      { 'app.routes.ts': /path: 'login'/ },
    ]),
    [
      'routes that are the default export themselves',
      'standalone',
      {
        'app.config.ts': appConfig('[provideRouter(routes)]').replace('{ routes }', 'routes'),
        'app.routes.ts': `import { Routes } from '@angular/router';\nexport default [${HOME}] satisfies Routes;\n`,
      },
      { 'app.routes.ts': /path: 'home'.*path: 'login'/s },
    ],
    [
      'routes spread over files, the last one for all the rest',
      'standalone',
      {
        ...STANDALONE_APP,
        'app.routes.ts': `import { Routes } from '@angular/router';
import { lostRoutes } from './lost.routes';
import shopRoutes from './shop.routes';

export const routes: Routes = [...shopRoutes, ...lostRoutes];
`,
        'shop.routes.ts': `import { Routes } from '@angular/router';\nexport default [${HOME}] as Routes;\n`,
        'lost.routes.ts':
          "import { Routes } from '@angular/router';\nexport const lostRoutes: Routes = [{ path: '**', redirectTo: '' }];\n",
      },
      { 'app.routes.ts': /\.\.\.shopRoutes,\s+\{ path: 'login'.*\.\.\.lostRoutes/s },
    ],
    [
      'children in another file',
      'standalone',
      {
        ...STANDALONE_APP,
        'app.routes.ts': `import { Routes } from '@angular/router';
import { children } from './shop.routes';

export const routes: Routes = [{ path: '', children }];
`,
        'shop.routes.ts': `import { Routes } from '@angular/router';\nexport const children: Routes = [${HOME}];\n`,
      },
      { 'app.routes.ts': /\{ path: '', children \},\s+\{ path: 'login'/ },
    ],
    [
      'provideRouter and HttpClient in functions of the app',
      'standalone',
      {
        'app.config.ts': `import { ApplicationConfig } from '@angular/core';
import { provideCore } from './core';
import { routing } from './routing';

export const appConfig: ApplicationConfig = { providers: [provideCore(), ...routing] };
`,
        'core.ts': `import { provideHttpClient } from '@angular/common/http';
import { makeEnvironmentProviders } from '@angular/core';

export function provideCore() {
  return makeEnvironmentProviders([provideHttpClient()]);
}
`,
        'routing.ts': `import { provideRouter, withComponentInputBinding } from '@angular/router';
import { routes as appRoutes } from './app.routes';

export const routing = [provideRouter(appRoutes, withComponentInputBinding())];
`,
        'app.routes.ts': appRoutes('[]'),
      },
      {
        'core.ts': /provideHttpClient\(withInterceptors\(\[authInterceptor\]\)\)/,
        'app.routes.ts': /path: 'login'/,
      },
    ],
    [
      'a config that is spread in main.ts',
      'standalone',
      {
        ...STANDALONE_APP,
        '/src/main.ts': `import { bootstrapApplication } from '@angular/platform-browser';
import { App } from './app/app';
import { appConfig } from './app/app.config';

bootstrapApplication(App, { ...appConfig, providers: [...appConfig.providers] });
`,
      },
      { '../main.ts': /\[\s*\.\.\.appConfig\.providers,\s+provideHttpClient\(.*provideAuth\(/s },
    ],
    [
      'routes with named paths',
      'standalone',
      {
        ...STANDALONE_APP,
        'app.routes.ts': `import { PATHS } from './paths';\n${appRoutes("[{ path: PATHS.home, redirectTo: '' }, { path: PATHS.rest, redirectTo: '' }]")}`,
        'paths.ts': "export const PATHS = { home: 'home', rest: '**' };\n",
      },
      { 'app.routes.ts': /PATHS\.home.*'login'.*PATHS\.rest/s },
    ],
  ];
  for (const [what, kind, files, after] of shapes) {
    it(`edits an app with ${what}, which compiles`, async () => {
      const tree = appTree(kind, { 'app.ts': COMPONENT, ...files });
      const first = await runSchematic('ng-add', {}, tree);
      const texts = Object.values(snapshot(first.tree)).join('\n');
      assert.match(texts, /provideAuth\(\{ baseUrl|AuthModule\.forRoot\(\{ baseUrl/);
      assert.equal(texts.match(/component: LoginComponent/g)?.length, 1);
      for (const [path, pattern] of Object.entries(after)) {
        assert.match(first.tree.readContent(`/src/app/${path}`), pattern);
      }
      assert.deepEqual(typeErrors(first.tree), []);
      const before = snapshot(first.tree);
      const second = await runSchematic('ng-add', {}, first.tree);
      assert.deepEqual(snapshot(second.tree), before);
    });
  }

  it('says that it has replaced HttpClientModule', async () => {
    const files = {
      ...MODULE_APP,
      'app.module.ts': appModule('imports: [HttpClientModule],', HTTP('HttpClientModule')),
    };
    const { log } = await runSchematic('ng-add', {}, appTree('module', files));
    assert.match(
      log,
      /app\.module\.ts:9: HttpClientModule is deprecated\. It was replaced by provideHttpClient\(\)/,
    );
  });

  it('leaves HttpClientModule where the library is set up beside it already', async () => {
    const files = {
      ...MODULE_APP,
      'app.module.ts': appModule(
        "imports: [HttpClientModule, AuthModule.forRoot({ baseUrl: '/api' })],",
        `${HTTP('HttpClientModule')}import { AuthModule } from 'ngx-auth-kit';\n`,
      ),
    };
    const { tree } = await runSchematic('ng-add', {}, appTree('module', files));
    assert.equal(tree.readContent('/src/app/app.module.ts'), files['app.module.ts']);
  });

  it('sees a route of the same name in another file', async () => {
    const files = {
      ...STANDALONE_APP,
      'app.routes.ts': `import { shop } from './shop';\n${appRoutes('[...shop]')}`,
      'shop.ts': "export const shop = [{ path: 'login', redirectTo: '' }];\n",
    };
    const { log } = await runSchematic('ng-add', {}, appTree('standalone', files));
    assert.match(log, /src\/app\/shop\.ts:1: the route `login` already exists/);
  });
});
