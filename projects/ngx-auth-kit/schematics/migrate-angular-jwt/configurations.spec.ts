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

    it(`moves an app that ng add has set up: ${what}`, async () => {
      const added = await runSchematic('ng-add', {}, jwtTree(kind, files));
      const { tree } = await runSchematic('migrate-angular-jwt', {}, added.tree);
      const texts = Object.values(snapshot(tree)).join('\n');
      assert.doesNotMatch(texts, /auth0|Jwt|JWT/);
      assert.equal(texts.match(/provideAuth\(|AuthModule\.forRoot\(/g)?.length, 1);
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
    assert.match(log, /'api\.example' has no scheme/);
    assert.doesNotMatch(log, /'(old|both)\.example' has no scheme/);
  });

  it('takes JWT_OPTIONS away that only made JwtHelperService injectable', async () => {
    const files = {
      'app.config.ts': `import { ApplicationConfig } from '@angular/core';
import { JWT_OPTIONS, JwtHelperService } from '@auth0/angular-jwt';
import { provideAuth } from 'ngx-auth-kit';

export const appConfig: ApplicationConfig = {
  providers: [
    JwtHelperService,
    { provide: JWT_OPTIONS, useValue: JWT_OPTIONS },
    provideAuth({ baseUrl: '/api' }),
  ],
};
`,
    };
    const moved = await migrate('standalone', {
      ...files,
      'session.ts': jwtService('return this.jwt.isTokenExpired();'),
    });
    assert.match(moved.tree.readContent(APP_CONFIG), /providers: \[\s*provideAuth\(/);
    assert.deepEqual(typeErrors(moved.tree), []);
    const kept = await migrate('standalone', {
      ...files,
      'session.ts': jwtService('return this.jwt.isTokenExpired("x.y.z");'),
    });
    assert.equal(kept.tree.readContent(APP_CONFIG), files['app.config.ts']);
    const intercepted = await migrate('standalone', {
      ...files,
      'http.ts':
        "import { JwtInterceptor } from '@auth0/angular-jwt';\nexport const x = JwtInterceptor;\n",
    });
    assert.match(intercepted.tree.readContent(APP_CONFIG), /provide: JWT_OPTIONS/);
  });

  it('knows the service that `deps` give a factory', async () => {
    const before = standaloneJwtApp()['app.config.ts']!;
    const provider = '{ provide: JWT_OPTIONS, useFactory: options, deps: [Tokens] }';
    const { tree } = await migrate('standalone', {
      'app.config.ts': before
        .replace(/config: \{[^}]*\}/, `jwtOptionsProvider: ${provider}`)
        .replace('{ JwtModule }', '{ JWT_OPTIONS, JwtModule }')
        .replace(
          'import { routes }',
          "import { options, Tokens } from './tokens';\nimport { routes }",
        ),
      'tokens.ts': `export class Tokens {
  read() {
    return sessionStorage.getItem('jwt');
  }
}

export function options(tokens: any) {
  return { tokenGetter: () => tokens.read(), allowedDomains: [] };
}
`,
    });
    assert.match(tree.readContent(APP_CONFIG), /tokenKey: 'jwt',\s+storage: 'session'/);
    assert.deepEqual(typeErrors(tree), []);
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
    [
      'members by their names',
      "JSON.parse(localStorage.getItem('k')!)['access-token']",
      'JSON.parse(stored ?? \'null\')?.["access-token"];',
    ],
    [
      'members taken apart',
      "{ const { auth: { } = {}, token } = JSON.parse(localStorage.getItem('k')!); return token; }",
      '',
    ],
    [
      'a member taken out',
      "{ const { jwt: token } = JSON.parse(localStorage.getItem('k')!); return token; }",
      "JSON.parse(stored ?? 'null')?.jwt;",
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

  it('moves an app whose libraries have the set-up and use the helper', async () => {
    const { tree } = await migrate('standalone', {
      'app.config.ts': `import { ApplicationConfig } from '@angular/core';
import { authProviders, Session } from '@shop/auth';

export const appConfig: ApplicationConfig = { ...authProviders };
export const used = Session;
`,
      '/tsconfig.json': '{ "compilerOptions": { "paths": { "@shop/*": ["libs/*"] } } }',
      '/libs/auth/index.ts':
        "export { appConfig as authProviders } from './config';\nexport * from './session';\n",
      '/libs/auth/config.ts': standaloneJwtApp()['app.config.ts']!.replace(
        './app.routes',
        './routes',
      ),
      '/libs/auth/routes.ts': appRoutes('[]'),
      '/libs/auth/session.ts': jwtService('return this.jwt.isTokenExpired();'),
    });
    assert.match(tree.readContent('/libs/auth/config.ts'), /provideAuth\(\{/);
    assert.match(tree.readContent('/libs/auth/session.ts'), /from 'ngx-auth-kit'/);
    assert.deepEqual(typeErrors(tree), []);
  });

  it('keeps a constant that a barrel exports', async () => {
    const config = standaloneJwtApp('jwtConfig')['app.config.ts']!;
    const { tree, log } = await migrate('standalone', {
      'app.config.ts': `import { jwtConfig } from './jwt';\n${config}`,
      'jwt/index.ts': "export * from './config';\n",
      'jwt/config.ts': `import { JwtConfig } from '@auth0/angular-jwt';

export const jwtConfig: JwtConfig = { tokenGetter: () => localStorage.getItem('k') };
`,
    });
    assert.match(tree.readContent('/src/app/jwt/config.ts'), /jwtConfig/);
    assert.match(log, /jwt\/config\.ts:1: JwtConfig has no equivalent/);
    assert.deepEqual(typeErrors(tree), []);
  });

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
  return runSchematic('migrate-angular-jwt', { baseUrl: '/auth' }, jwtTree(kind, files));
}

function jwtTree(kind: JwtConfiguration['kind'], files: AppFiles) {
  return appTree(kind, {
    'app.ts': COMPONENT,
    'app.routes.ts': appRoutes('[]'),
    'app-routing-module.ts': ROUTING,
    ...(kind === 'module' ? { '/src/main.ts': MAIN } : {}),
    ...files,
  });
}
