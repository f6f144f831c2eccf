import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type AppFiles, appTree, runSchematic, snapshot } from '../testing/app-tree';
import { jwtService, moduleJwtApp, standaloneJwtApp } from '../testing/jwt-app';

const migrate = (kind: 'standalone' | 'module', files: AppFiles, options = {}) =>
  runSchematic('migrate-angular-jwt', { baseUrl: '/auth', ...options }, appTree(kind, files));
const getter = "tokenGetter: () => localStorage.getItem('token')";

describe('migration from angular-jwt, set-up', () => {
  it('moves a standalone app', async () => {
    const { tree, log } = await migrate('standalone', standaloneJwtApp());
    assert.equal(
      tree.readContent('/src/app/app.config.ts'),
      `import { provideHttpClient, withInterceptorsFromDi, withInterceptors } from '@angular/common/http';
import { ApplicationConfig } from '@angular/core';
import { provideRouter } from '@angular/router';
import { routes } from './app.routes';
import { authInterceptor, provideAuth } from 'ngx-auth-kit';

export const appConfig: ApplicationConfig = {
  providers: [
    provideRouter(routes),
    provideAuth({
      baseUrl: '/auth',
      tokenKey: 'access_token',
      allowedUrls: ['/', 'https://api.example.com', 'http://localhost:3001'],
    }),
    provideHttpClient(withInterceptorsFromDi(), withInterceptors([authInterceptor])),
  ],
};
`,
    );
    assert.match(log, /app\.config\.ts:11: JwtModule\.forRoot → provideAuth/);
    assert.match(
      log,
      /app\.config\.ts:14: allowedUrls: 'api\.example\.com' .* 'http:\/\/api\.example\.com'/,
    );
    assert.match(
      log,
      /'localhost:3001' has no scheme and became 'http:\/\/localhost:3001'\. .* 'https:\/\/localhost:3001'/,
    );
    assert.match(log, /npm uninstall @auth0\/angular-jwt/);
  });

  it('moves an app of NgModules', async () => {
    const { tree } = await migrate('module', moduleJwtApp(), { backend: 'flaskJwt' });
    assert.equal(
      tree.readContent('/src/app/app.module.ts'),
      `import { HttpClientModule } from '@angular/common/http';
import { NgModule } from '@angular/core';
import { BrowserModule } from '@angular/platform-browser';
import { App } from './app';
import { AuthModule, flaskJwt } from 'ngx-auth-kit';

@NgModule({
  declarations: [App],
  imports: [BrowserModule, HttpClientModule, AuthModule.forRoot({
    baseUrl: '/auth',
    backend: flaskJwt,
    tokenKey: 'id',
    storage: 'session',
    allowedUrls: ['/'],
  })],
  bootstrap: [App],
})
export class AppModule {}
`,
    );
  });

  const options: [what: string, config: string, has: RegExp | null, says: RegExp | null][] = [
    ['the default key', getter, /baseUrl: '\/auth',\n {6}allowedUrls: \['\/'\],/, null],
    [
      'a window storage with a fallback',
      "tokenGetter: () => window.localStorage.getItem('k') ?? ''",
      /tokenKey: 'k'/,
      null,
    ],
    [
      'a function with a body',
      "tokenGetter() { return sessionStorage.getItem('k'); }",
      /tokenKey: 'k',\n {6}storage: 'session'/,
      null,
    ],
    ['a scheme', `${getter}, authScheme: 'JWT '`, /headerPrefix: 'JWT',/, null],
    [
      'a function for one scheme',
      `${getter}, authScheme: () => 'JWT '`,
      /headerPrefix: 'JWT',/,
      null,
    ],
    ['no scheme', `${getter}, authScheme: ''`, /headerPrefix: '',/, null],
    ['a header', `${getter}, headerName: 'X-Token'`, /headerName: 'X-Token',/, null],
    [
      'what is the default here',
      `${getter}, skipWhenExpired: true, throwNoTokenError: false, disallowedRoutes: []`,
      null,
      null,
    ],
    [
      'routes without a token',
      `${getter}, disallowedRoutes: ['https://a.example/x', /y/]`,
      /\/\/ Not moved from @auth0\/angular-jwt: disallowedRoutes: \['https:\/\/a\.example\/x', \/y\/\]\n {4}\}\)/,
      /app\.config\.ts:12: disallowedRoutes: .*skipAuth/,
    ],
    [
      'an error without a token',
      `${getter}, throwNoTokenError: true`,
      /Not moved .* throwNoTokenError: true/,
      /throwNoTokenError: without a session, ngx-auth-kit sends/,
    ],
    [
      'a RegExp',
      `${getter}, allowedDomains: ['a.example', /b/]`,
      /allowedUrls: \['\/', 'https:\/\/a\.example'\]/,
      /:12: allowedDomains: \/b\/: the token is no longer sent there/,
    ],
    [
      'a wildcard',
      `${getter}, allowedDomains: ['*.a.example']`,
      /allowedUrls: \['\/'\]/,
      /'\*\.a\.example' is not a host/,
    ],
    [
      'a computed host',
      `${getter}, allowedDomains: [environment.host]`,
      /allowedUrls: \['\/', `https:\/\/\$\{environment\.host\}`\]/,
      /https is assumed for `environment\.host`; if it is http/,
    ],
    [
      'domains from elsewhere',
      `${getter}, allowedDomains: ['a.example', ...environment.domains]`,
      /'https:\/\/a\.example', \.\.\.environment\.domains\.flatMap\(\(host\) => \[`http:\/\/\$\{host\}`, `https:\/\/\$\{host\}`\]\)\]/,
      /http and https are allowed for `environment\.domains`; remove the scheme/,
    ],
    [
      'no token getter',
      "allowedDomains: ['a.example']",
      /allowedUrls: \['\/', 'https:\/\/a\.example'\]/,
      /had no tokenGetter and sent no token/,
    ],
    [
      'domains of both names',
      `${getter}, allowedDomains: ['a.example'], whitelistedDomains: ['b.example', 'a.example']`,
      /allowedUrls: \['\/', 'https:\/\/a\.example', 'https:\/\/b\.example'\]/,
      null,
    ],
  ];
  for (const [what, config, has, says] of options) {
    it(`translates ${what}`, async () => {
      const { tree, log } = await migrate('standalone', standaloneJwtApp(`{ ${config} }`));
      const text = tree.readContent('/src/app/app.config.ts');
      assert.match(text, /provideAuth\(\{/);
      assert.doesNotMatch(text, /JwtModule|importProvidersFrom/);
      if (has) assert.match(text, has);
      if (says) assert.match(log, says);
      else assert.doesNotMatch(log, /Not moved\. Change/);
    });
  }

  const blocked: [what: string, config: string, says: RegExp][] = [
    [
      'a token getter that looks at the request',
      'tokenGetter: (request) => tokenFor(request)',
      /app\.config\.ts:12: tokenGetter does more/,
    ],
    [
      'a key that is computed',
      'tokenGetter: () => localStorage.getItem(keys.token)',
      /tokenGetter does more/,
    ],
    ['a token getter from a package', 'tokenGetter: fromPackage', /tokenGetter does more/],
    [
      'a scheme that is computed',
      `${getter}, authScheme: (request) => scheme(request)`,
      /authScheme is not a single constant word/,
    ],
    ['a spread config', `${getter}, ...more`, /parts of the config are computed/],
  ];
  for (const [what, config, says] of blocked) {
    it(`changes nothing and says why: ${what}`, async () => {
      const service = jwtService('return this.jwt.isTokenExpired();');
      const before = appTree(
        'standalone',
        standaloneJwtApp(`{ ${config} }`, { 'session.ts': service }),
      );
      const files = snapshot(before);
      const { tree, log } = await runSchematic('migrate-angular-jwt', {}, before);
      assert.match(log, says);
      assert.match(log, /nothing was changed/);
      assert.deepEqual(snapshot(tree), files);
    });
  }

  it('merges into what ng add has set up, whose options stay', async () => {
    const added = await runSchematic(
      'ng-add',
      { baseUrl: 'https://auth.example' },
      appTree(
        'standalone',
        standaloneJwtApp("{ tokenGetter: () => localStorage.getItem('k'), headerName: 'X-Token' }"),
      ),
    );
    const { tree, log } = await runSchematic('migrate-angular-jwt', {}, added.tree);
    const text = tree.readContent('/src/app/app.config.ts');
    assert.equal(text.match(/provideAuth\(/g)?.length, 1);
    assert.match(
      text,
      /baseUrl: 'https:\/\/auth\.example',\n? .*tokenKey: 'k',\n? .*headerName: 'X-Token',\n? .*allowedUrls: \['\/'\]/s,
    );
    assert.doesNotMatch(text, /JwtModule|importProvidersFrom/);
    assert.doesNotMatch(log, /baseUrl is/);
  });

  it('keeps what else importProvidersFrom takes', async () => {
    const files = standaloneJwtApp(`{ ${getter} }`);
    const config = files['app.config.ts']!.replace(
      'importProvidersFrom(',
      'importProvidersFrom(StoreModule, ',
    );
    const { tree } = await migrate('standalone', { ...files, 'app.config.ts': config });
    const text = tree.readContent('/src/app/app.config.ts');
    assert.match(text, /importProvidersFrom\(StoreModule,?\s*\)/);
    assert.match(text, /import \{ ApplicationConfig, importProvidersFrom \}/);
    assert.match(text, /provideAuth\(\{/);
  });

  it('finds a token getter and its key in other files', async () => {
    const { tree } = await migrate(
      'standalone',
      standaloneJwtApp('{ tokenGetter: readToken }', {
        'app.config.ts': standaloneJwtApp('{ tokenGetter: readToken }')['app.config.ts']!.replace(
          'import { routes }',
          "import { readToken } from './token';\nimport { routes }",
        ),
        'token.ts':
          "import { KEY } from './key';\nexport const readToken = () => localStorage.getItem(KEY);\n",
        'key.ts': "export const KEY = 'jwt';\n",
      }),
    );
    const text = tree.readContent('/src/app/app.config.ts');
    assert.match(text, /tokenKey: 'jwt'/);
    assert.doesNotMatch(text, /readToken/);
  });

  it('finds a token getter that is a static method, or a function in an object', async () => {
    const holders = [
      "export class Tokens {\n  static read() {\n    return localStorage.getItem('jwt');\n  }\n}\n",
      "export const Tokens = { read: () => localStorage.getItem('jwt') };\n",
    ];
    for (const tokens of holders) {
      const config = standaloneJwtApp('{ tokenGetter: Tokens.read }')['app.config.ts']!;
      const { tree } = await migrate('standalone', {
        ...standaloneJwtApp(),
        'app.config.ts': `import { Tokens } from './tokens';\n${config}`,
        'tokens.ts': tokens,
      });
      assert.match(tree.readContent('/src/app/app.config.ts'), /tokenKey: 'jwt'/);
    }
  });

  it('reports where the app stores or removes the token itself', async () => {
    const { log } = await migrate(
      'standalone',
      standaloneJwtApp(undefined, {
        'login.ts':
          "localStorage.setItem('access_token', token);\nlocalStorage.removeItem('access_token');\nlocalStorage.setItem('theme', 'dark');\n",
      }),
    );
    assert.match(log, /login\.ts:1: stores the token directly/);
    assert.match(log, /login\.ts:2: removes the token directly/);
    assert.doesNotMatch(log, /login\.ts:3/);
  });

  it('has nothing to do in an app without angular-jwt, nor the second time', async () => {
    const first = await migrate('standalone', standaloneJwtApp());
    const before = snapshot(first.tree);
    const second = await runSchematic('migrate-angular-jwt', {}, first.tree);
    assert.match(second.log, /Nothing to move: no file of shop imports/);
    assert.deepEqual(snapshot(second.tree), before);
  });
});
