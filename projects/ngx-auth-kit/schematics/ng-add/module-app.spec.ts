import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { appTree, runSchematic, snapshot } from '../testing/app-tree';
import { appModule, MODULE_APP } from '../testing/module-app';

const HTTP = `import { provideHttpClient, withFetch, withInterceptorsFromDi } from '@angular/common/http';\n`;

describe('ng add, app of NgModules', () => {
  it('adds the module, HttpClient and routes to a new app', async () => {
    const options = { baseUrl: '/api', backend: 'flaskJwt' };
    const { tree } = await runSchematic('ng-add', options, appTree('module', MODULE_APP));
    assert.equal(
      tree.readContent('/src/app/app.module.ts'),
      `import { NgModule } from '@angular/core';
import { BrowserModule } from '@angular/platform-browser';
import { provideBrowserGlobalErrorListeners } from '@angular/core';
import { AppRoutingModule } from './app-routing.module';
import { App } from './app';
import { provideHttpClient, withInterceptorsFromDi } from '@angular/common/http';
import { AuthModule, flaskJwt } from 'ngx-auth-kit';

@NgModule({
  declarations: [App],
  imports: [
    BrowserModule,
    AppRoutingModule,
    AuthModule.forRoot({ baseUrl: '/api', backend: flaskJwt })
  ],
  providers: [
    provideBrowserGlobalErrorListeners(),
    provideHttpClient(withInterceptorsFromDi())
  ],
  bootstrap: [App],
})
export class AppModule {}
`,
    );
    const routing = tree.readContent('/src/app/app-routing.module.ts');
    assert.match(
      routing,
      /path: 'login', component: LoginComponent, canActivate: \[loginRedirect\] \},/,
    );
    assert.match(
      routing,
      /path: 'status', component: StatusComponent, canActivate: \[ensureAuthenticated\] \},/,
    );
  });

  const shapes: [what: string, metadata: string, imports: string, expected: RegExp[]][] = [
    [
      'no providers',
      'imports: [BrowserModule],',
      '',
      [
        /imports: \[BrowserModule, AuthModule\.forRoot\(/,
        /providers: \[\n {4}provideHttpClient\(withInterceptorsFromDi\(\)\),\n {2}\]/,
      ],
    ],
    [
      'no imports',
      'providers: [],',
      '',
      [
        /imports: \[\n {4}AuthModule\.forRoot\(/,
        /providers: \[provideHttpClient\(withInterceptorsFromDi\(\)\)\]/,
      ],
    ],
    [
      'a feature of HttpClient',
      'imports: [BrowserModule],\n  providers: [provideHttpClient(withFetch())],',
      HTTP,
      [/provideHttpClient\(withFetch\(\), withInterceptorsFromDi\(\)\)/],
    ],
    [
      'HttpClient as wanted',
      'imports: [BrowserModule],\n  providers: [provideHttpClient(withInterceptorsFromDi())],',
      HTTP,
      [/providers: \[provideHttpClient\(withInterceptorsFromDi\(\)\)\]/, /AuthModule\.forRoot/],
    ],
  ];
  for (const [what, metadata, imports, expected] of shapes) {
    it(`merges with what is there: ${what}`, async () => {
      const files = { ...MODULE_APP, 'app.module.ts': appModule(metadata, imports) };
      const first = await runSchematic('ng-add', {}, appTree('module', files));
      const text = first.tree.readContent('/src/app/app.module.ts');
      for (const pattern of expected) assert.match(text, pattern);
      assert.equal(text.match(/provideHttpClient\(/g)?.length, 1);
      const before = snapshot(first.tree);
      const second = await runSchematic('ng-add', {}, first.tree);
      assert.deepEqual(snapshot(second.tree), before);
      assert.match(second.log, /already set up; nothing was changed/);
    });
  }

  it('finds routes given to RouterModule.forRoot in the root module itself', async () => {
    const files = {
      'app.module.ts': appModule(
        'imports: [BrowserModule, RouterModule.forRoot([])],',
        "import { RouterModule } from '@angular/router';\n",
      ),
    };
    const { tree } = await runSchematic('ng-add', {}, appTree('module', files));
    const text = tree.readContent('/src/app/app.module.ts');
    assert.match(text, /RouterModule\.forRoot\(\[\n/);
    assert.match(text, /path: 'register'/);
    assert.match(text, /AuthModule\.forRoot/);
  });
});
