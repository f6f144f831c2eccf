import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type AppFiles, appTree, runSchematic } from '../testing/app-tree';
import { JWT_CONFIG, jwtService, moduleJwtApp, standaloneJwtApp } from '../testing/jwt-app';

async function migrate(more: AppFiles, files = standaloneJwtApp(JWT_CONFIG, more)) {
  const kind = files['app.module.ts'] ? 'module' : 'standalone';
  return runSchematic('migrate-angular-jwt', {}, appTree(kind, files));
}

describe('migration from angular-jwt, uses of JwtHelperService', () => {
  const calls: [before: string, after: string][] = [
    ['return this.jwt.isTokenExpired();', 'return !this.jwt.isAuthenticated();'],
    ['return !this.jwt.isTokenExpired();', 'return this.jwt.isAuthenticated();'],
    [
      'if (a && !this.jwt.isTokenExpired()) return;',
      'if (a && this.jwt.isAuthenticated()) return;',
    ],
    ['return await this.jwt.isTokenExpired();', 'return await !this.jwt.isAuthenticated();'],
    ['const claims = this.jwt.decodeToken();', 'const claims = this.jwt.claims() as any;'],
    ['return this.jwt.decodeToken<Claims>();', 'return this.jwt.claims() as Claims | null;'],
    ['return this.jwt.decodeToken().sub;', 'return (this.jwt.claims() as any).sub;'],
    ['const token = this.jwt.tokenGetter();', 'const token = this.jwt.token();'],
    ['send(await this.jwt.tokenGetter());', 'send(await this.jwt.token()!);'],
    ['return this.jwt.getTokenExpirationDate();', 'return this.jwt.expiresAt();'],
  ];
  for (const [before, after] of calls) {
    it(`turns ${before} into ${after}`, async () => {
      const { tree, log } = await migrate({ 'session.ts': jwtService(before) });
      const text = tree.readContent('/src/app/session.ts');
      assert.ok(text.includes(`    ${after}\n`), text);
      assert.match(text, /private readonly jwt = inject\(AuthService\);/);
      assert.match(text, /import \{ AuthService \} from 'ngx-auth-kit';/);
      assert.doesNotMatch(text, /auth0/);
      assert.match(log, /session\.ts:6: JwtHelperService → AuthService/);
      assert.match(log, /npm uninstall/);
    });
  }

  const sites: [what: string, injection: string, after: RegExp][] = [
    [
      'a parameter property',
      'constructor(public jwt: JwtHelperService) {}',
      /constructor\(public jwt: AuthService\)/,
    ],
    [
      'a field with its type',
      'readonly jwt: JwtHelperService = inject(JwtHelperService);',
      /readonly jwt: AuthService = inject\(AuthService\)/,
    ],
  ];
  for (const [what, injection, after] of sites) {
    it(`moves ${what}`, async () => {
      const service = jwtService('return this.jwt.isTokenExpired();', injection);
      const { tree } = await migrate({ 'session.ts': service });
      const text = tree.readContent('/src/app/session.ts');
      assert.match(text, after);
      assert.match(text, /return !this\.jwt\.isAuthenticated\(\);/);
    });
  }

  it('moves private names, plain parameters, variables, defaults and inject on the spot', async () => {
    const { tree } = await migrate({
      'guards.ts': `import { inject } from '@angular/core';
import { JwtHelperService } from '@auth0/angular-jwt';

export const one = () => !inject(JwtHelperService).isTokenExpired();
export const two = () => {
  const helper = inject(JwtHelperService);
  return helper.getTokenExpirationDate();
};
export const three = (helper = inject(JwtHelperService)) => helper.tokenGetter() || '';
export class Four {
  #jwt = inject(JwtHelperService);
  expired = this.#jwt.isTokenExpired();
}
export class Five {
  constructor(helper: JwtHelperService) {
    if (helper.isTokenExpired()) throw new Error();
  }
}
`,
    });
    const text = tree.readContent('/src/app/guards.ts');
    for (const line of [
      'one = () => inject(AuthService).isAuthenticated();',
      'const helper = inject(AuthService);',
      'return helper.expiresAt();',
      "(helper = inject(AuthService)) => helper.token() || '';",
      '#jwt = inject(AuthService);',
      'expired = !this.#jwt.isAuthenticated();',
      'constructor(helper: AuthService) {',
      'if (!helper.isAuthenticated()) throw',
    ]) {
      assert.ok(text.includes(line), `${line}\n${text}`);
    }
    assert.doesNotMatch(text, /JwtHelper/);
  });

  it('keeps out of the way of an AuthService of the app', async () => {
    const service = jwtService('return this.jwt.isTokenExpired();').replace(
      'Session',
      'AuthService',
    );
    const { tree } = await migrate({ 'auth-service.ts': service });
    const text = tree.readContent('/src/app/auth-service.ts');
    assert.match(text, /inject\(KitAuthService\)/);
    assert.match(text, /import \{ AuthService as KitAuthService \} from 'ngx-auth-kit'/);
    assert.match(text, /export class AuthService/);
  });

  const kept: [what: string, service: string, says: RegExp][] = [
    [
      'a token given',
      jwtService("return this.jwt.isTokenExpired(localStorage.getItem('x'));"),
      /session\.ts:6: `isTokenExpired` has a token argument/,
    ],
    [
      'an offset given',
      jwtService('return this.jwt.isTokenExpired(undefined, 60);'),
      /`isTokenExpired` has a token argument/,
    ],
    [
      'one call of several',
      jwtService('this.jwt.decodeToken();\n    return this.jwt.decodeToken(x);'),
      /`decodeToken` has a token argument/,
    ],
    [
      'a method without a like',
      jwtService('return this.jwt.urlBase64Decode;'),
      /`urlBase64Decode` has no equivalent/,
    ],
    [
      'a method passed on',
      jwtService('return this.jwt.isTokenExpired;'),
      /`isTokenExpired` is used without a call/,
    ],
    [
      'the service passed on',
      jwtService('return use(this.jwt);'),
      /JwtHelperService is passed to other code/,
    ],
    ['a promise', jwtService('this.jwt.isTokenExpired().then(go);'), /the code expects a promise/],
  ];
  for (const [what, service, says] of kept) {
    it(`leaves and still provides: ${what}`, async () => {
      const { tree, log } = await migrate({ 'session.ts': service });
      assert.equal(tree.readContent('/src/app/session.ts'), service);
      assert.match(log, says);
      assert.match(log, /still in use/);
      const config = tree.readContent('/src/app/app.config.ts');
      assert.match(
        config,
        /JwtHelperService,\n {4}\{ provide: JWT_OPTIONS, useValue: \{ tokenGetter: \(\) => localStorage\.getItem\('access_token'\) \} \},/,
      );
      assert.match(
        config,
        /import \{ JWT_OPTIONS, JwtHelperService \} from '@auth0\/angular-jwt';/,
      );
      assert.match(config, /provideAuth\(\{/);
    });
  }

  it('keeps the token getter of a module for what stays', async () => {
    const service = jwtService('return this.jwt.decodeToken(x);');
    const { tree } = await migrate({}, moduleJwtApp(undefined, { 'session.ts': service }));
    const text = tree.readContent('/src/app/app.module.ts');
    assert.match(text, /function tokenGetter\(\)/);
    assert.match(
      text,
      /providers: \[\n {4}JwtHelperService,\n {4}\{ provide: JWT_OPTIONS, useValue: \{ tokenGetter \} \},\n {2}\]/,
    );
  });

  it('leaves a member that its template or another class reads', async () => {
    const component = `import { Component } from '@angular/core';
import { JwtHelperService } from '@auth0/angular-jwt';

@Component({ selector: 'shop-a', templateUrl: './a.html' })
export class A {
  constructor(readonly jwt: JwtHelperService) {}
}
`;
    const { tree, log } = await migrate({
      'a.ts': component,
      'a.html': '@if (jwt.isTokenExpired()) { gone }',
      'b.ts': jwtService('return 1;', 'helper = inject(JwtHelperService);'),
      'c.ts': 'export const c = (b: B) => b.helper.decodeToken();\n',
    });
    assert.equal(tree.readContent('/src/app/a.ts'), component);
    assert.match(log, /a\.ts:6: the template reads `jwt`/);
    assert.match(log, /b\.ts:6: code outside the class may read `helper`/);
  });

  it('reports tests and helpers made with new, which need nothing provided', async () => {
    const made =
      "import { JwtHelperService } from '@auth0/angular-jwt';\nexport const helper = new JwtHelperService();\n";
    const spec =
      "import { JwtHelperService } from '@auth0/angular-jwt';\nTestBed.inject(JwtHelperService);\n";
    const { tree, log } = await migrate({ 'made.ts': made, 'made.spec.ts': spec });
    assert.equal(tree.readContent('/src/app/made.ts'), made);
    assert.equal(tree.readContent('/src/app/made.spec.ts'), spec);
    assert.match(log, /made\.ts:2: `new JwtHelperService\(\)` has no access to the session/);
    assert.match(log, /made\.spec\.ts:2: this is a test/);
    assert.doesNotMatch(tree.readContent('/src/app/app.config.ts'), /auth0/);
  });

  it('takes JwtHelperService out of the providers once nothing needs it', async () => {
    const files = standaloneJwtApp();
    const config = files['app.config.ts']!.replace(
      '{ JwtModule }',
      '{ JwtHelperService, JwtModule }',
    ).replace('provideRouter(routes),', 'provideRouter(routes),\n    JwtHelperService,');
    const { tree, log } = await migrate({}, { ...files, 'app.config.ts': config });
    assert.doesNotMatch(tree.readContent('/src/app/app.config.ts'), /Jwt|auth0/);
    assert.match(log, /npm uninstall/);
  });

  it('reports other symbols of angular-jwt', async () => {
    const { log } = await migrate({
      'x.ts':
        "import { JwtInterceptor } from '@auth0/angular-jwt';\nexport const x = JwtInterceptor;\n",
    });
    assert.match(log, /x\.ts:1: JwtInterceptor has no equivalent in ngx-auth-kit/);
    assert.match(log, /still in use/);
  });

  it('moves a use that was mended after the first run', async () => {
    const service = jwtService('return this.jwt.isTokenExpired(x);');
    const first = await migrate({ 'session.ts': service });
    first.tree.overwrite('/src/app/session.ts', service.replace('(x)', '()'));
    const { tree } = await runSchematic('migrate-angular-jwt', {}, first.tree);
    assert.match(
      tree.readContent('/src/app/session.ts'),
      /return !this\.jwt\.isAuthenticated\(\);/,
    );
  });
});
