import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type AppFiles, appTree, runSchematic, snapshot } from '../testing/app-tree';
import { typeErrors } from '../testing/type-errors';
import { uiAuthApp, uiAuthService } from '../testing/ui-auth-app';

const MODULE = '/src/app/app.module.ts';
const migrate = (files: AppFiles, kind: 'standalone' | 'module' = 'module') =>
  runSchematic('migrate-ng2-ui-auth', {}, appTree(kind, files));

describe('migration from ng2-ui-auth', () => {
  it('moves an app with the defaults', async () => {
    const { tree, log } = await migrate(uiAuthApp(''));
    assert.equal(
      tree.readContent(MODULE),
      `import { NgModule } from '@angular/core';
import { BrowserModule } from '@angular/platform-browser';
import { App } from './app';
import { provideHttpClient, withInterceptorsFromDi } from '@angular/common/http';
import { AuthModule, flaskRestful } from 'ngx-auth-kit';

@NgModule({
  declarations: [App],
  imports: [BrowserModule, AuthModule.forRoot({
    baseUrl: '/auth',
    backend: {
      ...flaskRestful,
      endpoints: {
        login: { path: '/login' },
        register: { path: '/signup' },
      },
    },
    tokenKey: 'ng2-ui-auth_token',
  })],
  bootstrap: [App],
  providers: [
    provideHttpClient(withInterceptorsFromDi()),
  ],
})
export class AppModule {}
`,
    );
    assert.deepEqual(typeErrors(tree), []);
    assert.match(log, /app\.module\.ts:8: Ng2UiAuthModule\.forRoot → AuthModule\.forRoot/);
    assert.match(log, /sent the token everywhere/);
    assert.match(log, /npm uninstall ng2-ui-auth/);
  });

  const options: [what: string, config: string, has: RegExp[], says?: RegExp][] = [
    [
      'URLs under one base',
      "baseUrl: 'https://api.example.com/v1/', loginUrl: 'session/new', signupUrl: '/users'",
      [
        /baseUrl: 'https:\/\/api\.example\.com\/v1'/,
        /login: \{ path: '\/session\/new' \}/,
        /register: \{ path: '\/users' \}/,
      ],
    ],
    [
      'URLs at the root',
      "loginUrl: '/login', signupUrl: '/signup'",
      [/baseUrl: '\/',/, /login: \{ path: '\/login' \}/],
    ],
    [
      'absolute URLs',
      "loginUrl: 'https://a.example/in', signupUrl: 'https://a.example/up'",
      [/baseUrl: 'https:\/\/a\.example'/, /path: '\/in'/, /path: '\/up'/],
    ],
    ['another name', "tokenName: 'jwt', tokenPrefix: 'shop'", [/tokenKey: 'shop_jwt'/]],
    ['another separator', "tokenSeparator: '.'", [/tokenKey: 'ng2-ui-auth\.token'/]],
    ['no prefix', "tokenPrefix: ''", [/tokenKey: 'token'/]],
    ['null as prefix', 'tokenPrefix: null', [/tokenKey: 'token'/]],
    [
      'a header',
      "authHeader: 'X-Token', authToken: 'JWT'",
      [/headerName: 'X-Token'/, /headerPrefix: 'JWT'/],
    ],
    ['a bare token', "authToken: ''", [/headerPrefix: ''/]],
    ['the session storage', 'storageType: StorageType.SESSION_STORAGE', [/storage: 'session'/]],
    ['the memory', 'storageType: StorageType.MEMORY', [/storage: 'memory'/]],
    ['a storage by its text', "storageType: 'sessionStorage'", [/storage: 'session'/]],
    [
      'cookies as storage',
      'storageType: StorageType.COOKIE',
      [/tokenKey/],
      /Users have to sign in again/,
    ],
    [
      'a root',
      "tokenRoot: 'data.auth', tokenName: 'id'",
      [/found\?\.\['data'\]\?\.\['auth'\]\?\.\['id'\];/, /tokenKey: 'ng2-ui-auth_id'/],
    ],
    [
      'a function that finds the token',
      'resolveToken: (answer: any) => answer.credentials.bearer',
      [/const accessToken = \(\(answer: any\) => answer\.credentials\.bearer\)\(body\);/],
    ],
    [
      'a function that finds the token by the config',
      'resolveToken: (answer: any, config: any) => answer[config.tokenName]',
      [/\(body, \{\} as any\);/],
      /resolveToken no longer gets the config/,
    ],
    [
      'credentials',
      'withCredentials: true',
      [/login: \{ path: '\/login', withCredentials: true \}/],
      /If a cookie holds the session/,
    ],
    [
      'social sign-in',
      "providers: { google: { clientId: 'x' } }",
      [/tokenKey/],
      /providers: social sign-in/,
    ],
  ];
  for (const [what, config, has, says] of options) {
    it(`translates ${what}`, async () => {
      const { tree, log } = await migrate(uiAuthApp(`{ ${config} }`));
      const text = tree.readContent(MODULE);
      for (const pattern of has) assert.match(text, pattern);
      if (says) assert.match(log, says);
      assert.deepEqual(typeErrors(tree), []);
      assert.doesNotMatch(text, /Ng2UiAuthModule|StorageType/);
    });
  }

  it('follows a config in another file, and removes it', async () => {
    const { tree, log } = await migrate(
      uiAuthApp(
        'uiAuth',
        {
          'config/ui-auth.ts': `import { StorageType } from 'ng2-ui-auth';
import { environment } from '../environment';

export const uiAuth = { baseUrl: environment.api, storageType: StorageType.SESSION_STORAGE };
`,
          'environment.ts':
            "export const environment = { api: compute() };\nfunction compute() {\n  return '/api';\n}\n",
        },
        "import { uiAuth } from './config/ui-auth';\n",
      ),
    );
    const text = tree.readContent(MODULE);
    assert.match(text, /baseUrl: environment\.api,/);
    assert.match(text, /login: \{ path: '\/auth\/login' \}/);
    assert.match(text, /import \{ environment \} from '\.\/environment';/);
    assert.ok(!tree.exists('/src/app/config/ui-auth.ts'));
    assert.deepEqual(typeErrors(tree), []);
    assert.match(log, /npm uninstall/);
  });

  it('moves the config class of old versions, and a standalone app', async () => {
    const { tree } = await migrate(
      {
        'app.ts': 'export class App {}\n',
        'app.config.ts': `import { ApplicationConfig, importProvidersFrom } from '@angular/core';
import { Ng2UiAuthModule } from 'ng2-ui-auth';

class UiAuthConfig {
  tokenPrefix = 'old';
}

export const appConfig: ApplicationConfig = {
  providers: [importProvidersFrom(Ng2UiAuthModule.forRoot(UiAuthConfig))],
};
`,
      },
      'standalone',
    );
    const text = tree.readContent('/src/app/app.config.ts');
    assert.match(text, /provideAuth\(\{/);
    assert.match(text, /tokenKey: 'old_token'/);
    assert.match(text, /withInterceptors\(\[authInterceptor\]\)/);
    assert.doesNotMatch(text, /UiAuthConfig|importProvidersFrom/);
    assert.deepEqual(typeErrors(tree), []);
  });

  const calls: [before: string, after: string][] = [
    ['return this.auth.login({ email: 1 });', 'return this.auth.login({ email: 1 });'],
    ['return this.auth.signup({ email: 1 });', 'return this.auth.register({ email: 1 });'],
    ['return this.auth.isAuthenticated();', 'return this.auth.isAuthenticated();'],
    ['return this.auth.getToken();', 'return this.auth.token();'],
    ['return this.auth.getPayload().sub;', 'return (this.auth.claims() as any).sub;'],
    ['return this.auth.getExpirationDate();', 'return this.auth.expiresAt();'],
    ["this.auth.setToken('x');", "this.auth.setToken('x');"],
    ['return this.auth.logout();', 'return this.auth.logout();'],
  ];
  for (const [before, after] of calls) {
    it(`turns ${before} into ${after}`, async () => {
      const { tree } = await migrate(
        uiAuthApp(
          '',
          { 'session.ts': uiAuthService(before) },
          "import { Session } from './session';\nexport const used = Session;\n",
        ),
      );
      const text = tree.readContent('/src/app/session.ts');
      assert.ok(text.includes(`    ${after}\n`), text);
      assert.match(text, /import \{ AuthService \} from 'ngx-auth-kit';/);
      assert.deepEqual(typeErrors(tree), []);
    });
  }

  const kept: [what: string, body: string, says: RegExp][] = [
    [
      'social sign-in',
      "this.auth.authenticate('google');",
      /`authenticate`: social sign-in .*setToken/,
    ],
    ['linking', "this.auth.link('google');", /`link`: social sign-in/],
    ['unlinking', "this.auth.unlink('google');", /`unlink`: social sign-in/],
    ['another URL', "this.auth.login({}, '/other');", /`login` has a URL argument\. .*endpoints/],
    ['removal', 'this.auth.removeToken();', /`removeToken`: use `auth\.logout\(\)\.subscribe\(\)`/],
    ['another storage', 'this.auth.setStorageType(x);', /`setStorageType`: set `storage`/],
  ];
  for (const [what, body, says] of kept) {
    it(`leaves the service as it was and shows what to write: ${what}`, async () => {
      const service = uiAuthService(`${body} this.auth.getToken();`);
      const { tree, log } = await migrate(uiAuthApp('', { 'session.ts': service }));
      assert.equal(tree.readContent('/src/app/session.ts'), service);
      assert.match(log, says);
      assert.match(log, /ng2-ui-auth is still in use/);
    });
  }

  it('moves a service that its template asks whether somebody is signed in', async () => {
    const component = `import { Component } from '@angular/core';
import { AuthService } from 'ng2-ui-auth';

@Component({ selector: 'app-nav', template: '@if (auth.isAuthenticated()) { Hello }' })
export class Nav {
  constructor(readonly auth: AuthService) {}
}
`;
    const { tree } = await migrate(uiAuthApp('', { 'nav.ts': component }));
    assert.match(tree.readContent('/src/app/nav.ts'), /from 'ngx-auth-kit'/);
    const other = component.replace('auth.isAuthenticated()', 'auth.getPayload()');
    const second = await migrate(uiAuthApp('', { 'nav.ts': other }));
    assert.equal(second.tree.readContent('/src/app/nav.ts'), other);
  });

  it('names the origins that the code of the app asks', async () => {
    const api =
      "export const orders = 'https://orders.example/api';\nexport const one = `http://one.example/${orders}`;\n";
    const { log } = await migrate(uiAuthApp('', { 'api.ts': api }));
    assert.match(
      log,
      /allowedUrls` \(origins in your code: http:\/\/one\.example, https:\/\/orders\.example\)/,
    );
  });

  const blocked: [what: string, options: string, says: RegExp][] = [
    ['a config that is computed', 'makeConfig()', /parts of the config are computed\. Write/],
    ['a spread config', '{ ...base }', /parts of the config are computed\. Write/],
    [
      'a login URL that is computed',
      '{ loginUrl: urls.login }',
      /loginUrl is computed\. Write it out/,
    ],
    [
      'two origins',
      "{ loginUrl: 'https://a.example/x', signupUrl: 'https://b.example/y' }",
      /have different origins\. Send your own request to register/,
    ],
  ];
  for (const [what, config, says] of blocked) {
    it(`changes nothing and says what to write: ${what}`, async () => {
      const tree = appTree('module', uiAuthApp(config));
      const before = snapshot(tree);
      const result = await runSchematic('migrate-ng2-ui-auth', {}, tree);
      assert.match(result.log, says);
      assert.match(result.log, /nothing was changed/);
      assert.match(result.log, /AuthModule\.forRoot\(\{ baseUrl/);
      assert.deepEqual(snapshot(result.tree), before);
    });
  }

  it('has nothing to do the second time', async () => {
    const first = await migrate(uiAuthApp(''));
    const before = snapshot(first.tree);
    const second = await runSchematic('migrate-ng2-ui-auth', {}, first.tree);
    assert.match(second.log, /Nothing to move: no file of shop imports ng2-ui-auth/);
    assert.deepEqual(snapshot(second.tree), before);
  });
});
