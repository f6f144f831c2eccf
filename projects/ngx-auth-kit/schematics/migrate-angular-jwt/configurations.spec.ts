import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type AppFiles, appTree, runSchematic, snapshot } from '../testing/app-tree';
import { type JwtConfiguration, JWT_CONFIGURATIONS } from '../testing/jwt-configurations';
import { jwtService, standaloneJwtApp } from '../testing/jwt-app';
import { appRoutes } from '../testing/standalone-app';
import { typeErrors } from '../testing/type-errors';

const COMPONENT = `import { Component } from '@angular/core';

@Component({ selector: 'app-root', template: '' })
export class App {}
`;
const ROUTING = `import { NgModule } from '@angular/core';
import { RouterModule } from '@angular/router';

@NgModule({ imports: [RouterModule.forRoot([])], exports: [RouterModule] })
export class AppRoutingModule {}
`;
const MAIN = `import { platformBrowser } from '@angular/platform-browser';
import { AppModule } from './app/app-module';

platformBrowser().bootstrapModule(AppModule);
`;

describe('migration from angular-jwt, configurations of real apps', () => {
  for (const { what, kind, files, after } of JWT_CONFIGURATIONS) {
    it(`moves an app with ${what} so that it compiles without angular-jwt`, async () => {
      const { tree, log } = await migrate(kind, files);
      const text = tree.readContent(kind === 'module' ? APP_MODULE : APP_CONFIG);
      assert.match(text, /provideAuth\(|AuthModule\.forRoot\(/);
      for (const code of after) assert.ok(text.includes(code), `${code}\n${text}`);
      assert.doesNotMatch(Object.values(snapshot(tree)).join('\n'), /auth0|Jwt|JWT/);
      assert.match(log, /npm uninstall @auth0\/angular-jwt/);
      assert.deepEqual(typeErrors(tree), []);
    });

    it(`leaves JwtHelperService as it was where code needs it: ${what}`, async () => {
      const service = jwtService('return this.jwt.decodeToken("x.y.z");');
      const { tree, log } = await migrate(kind, { ...files, 'session.ts': service });
      assert.equal(tree.readContent('/src/app/session.ts'), service);
      const text = tree.readContent(kind === 'module' ? APP_MODULE : APP_CONFIG);
      assert.match(text, /JwtHelperService,/);
      assert.match(text, /provide: JWT_OPTIONS/);
      assert.match(log, /is still in use/);
      assert.deepEqual(typeErrors(tree), []);
    });
  }

  it('names the schemes that the code of the app uses', async () => {
    const { tree, log } = await migrate(
      'standalone',
      standaloneJwtApp(
        "{ tokenGetter: () => localStorage.getItem('k'), whitelistedDomains: ['api.example', 'old.example', 'both.example'] }",
        {
          'api.ts':
            "export const urls = ['http://old.example/a', 'https://both.example', 'http://both.example'];\n",
        },
      ),
    );
    assert.match(
      tree.readContent(APP_CONFIG),
      /allowedUrls: \['\/', 'https:\/\/api\.example', 'http:\/\/old\.example', 'https:\/\/both\.example', 'http:\/\/both\.example'\]/,
    );
    assert.match(log, /'api\.example' names no scheme/);
    assert.doesNotMatch(log, /'(old|both)\.example' names no scheme/);
  });

  const getters: [what: string, getter: string, has: string][] = [
    [
      'a check for the browser',
      "typeof window === 'undefined' ? null : localStorage.getItem('k')",
      "tokenKey: 'k'",
    ],
    [
      'a JSON string',
      "JSON.parse(localStorage.getItem('k') ?? '\"\"')",
      "JSON.parse(stored ?? 'null');",
    ],
    [
      'optional properties',
      "JSON.parse(sessionStorage.getItem('k')!)?.data?.jwt",
      "JSON.parse(stored ?? 'null')?.data?.jwt;",
    ],
    ['a promise', "await Promise.resolve(localStorage.getItem('k'))", ''],
    ['two storages', "localStorage.getItem('k') ?? sessionStorage.getItem('k')", ''],
    ['a condition of the app', "isAdmin() ? localStorage.getItem('k') : null", ''],
    ['a text that is cut', "localStorage.getItem('k')!.slice(1)", ''],
  ];
  for (const [what, getter, has] of getters) {
    it(`${has ? 'moves' : 'shows the code for'} a getter with ${what}`, async () => {
      const body = getter.startsWith('await') ? `async () => ${getter}` : `() => ${getter}`;
      const { tree, log } = await migrate(
        'standalone',
        standaloneJwtApp(`{ tokenGetter: ${body} }`),
      );
      if (has) {
        assert.ok(tree.readContent(APP_CONFIG).includes(has), tree.readContent(APP_CONFIG));
        assert.deepEqual(typeErrors(tree), []);
      } else {
        assert.match(log, /^src\/app\/app\.config\.ts:12: tokenGetter does more/);
        assert.match(log, /`provideAppInitializer\(async \(\) => \{ .*auth\.setToken\(/);
        assert.match(log, /provideAuth\(\{ baseUrl: '\/auth' \}\)/);
      }
    });
  }

  it('keeps a constant that other code reads, without what only the config needed', async () => {
    const { tree } = await migrate('standalone', {
      ...standaloneJwtApp('jwtConfig', {
        'app.config.ts': standaloneJwtApp('jwtConfig')['app.config.ts']!.replace(
          'import { routes }',
          "import { jwtConfig } from './jwt';\nimport { routes }",
        ),
        'jwt.ts': "export const jwtConfig = { tokenGetter: () => localStorage.getItem('k') };\n",
        'other.ts':
          "import { jwtConfig } from './jwt';\nexport const read = jwtConfig.tokenGetter;\n",
      }),
    });
    assert.match(tree.readContent('/src/app/jwt.ts'), /export const jwtConfig/);
    assert.doesNotMatch(tree.readContent(APP_CONFIG), /jwtConfig/);
    assert.deepEqual(typeErrors(tree), []);
  });
});

const APP_MODULE = '/src/app/app-module.ts';
const APP_CONFIG = '/src/app/app.config.ts';

function migrate(kind: JwtConfiguration['kind'], files: AppFiles) {
  const all = {
    'app.ts': COMPONENT,
    'app.routes.ts': appRoutes('[]'),
    'app-routing-module.ts': ROUTING,
    ...(kind === 'module' ? { '/src/main.ts': MAIN } : {}),
    ...files,
  };
  return runSchematic('migrate-angular-jwt', { baseUrl: '/auth' }, appTree(kind, all));
}
