import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { appTree, runSchematic, snapshot } from '../testing/app-tree';
import { appConfig, appRoutes, STANDALONE_APP } from '../testing/standalone-app';

const HTTP = `import { provideHttpClient, withFetch, withInterceptors } from '@angular/common/http';\n`;

describe('ng add, standalone app', () => {
  it('adds providers and routes to a new app', async () => {
    const { tree } = await runSchematic('ng-add', {}, appTree('standalone', STANDALONE_APP));
    assert.equal(
      tree.readContent('/src/app/app.config.ts'),
      `import { ApplicationConfig } from '@angular/core';
import { provideRouter } from '@angular/router';
import { routes } from './app.routes';
import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { authInterceptor, provideAuth } from 'ngx-auth-kit';

export const appConfig: ApplicationConfig = {
  providers: [
    provideRouter(routes),
    provideHttpClient(withInterceptors([authInterceptor])),
    provideAuth({ baseUrl: 'http://localhost:5000/auth' })
  ],
};
`,
    );
    assert.equal(
      tree.readContent('/src/app/app.routes.ts'),
      `import { Routes } from '@angular/router';
import {
  ensureAuthenticated,
  LoginComponent,
  loginRedirect,
  RegisterComponent,
  StatusComponent,
} from 'ngx-auth-kit';

export const routes: Routes = [
  { path: 'login', component: LoginComponent, canActivate: [loginRedirect] },
  { path: 'register', component: RegisterComponent, canActivate: [loginRedirect] },
  { path: 'status', component: StatusComponent, canActivate: [ensureAuthenticated] },
];
`,
    );
  });

  const providers: [what: string, before: string, after: RegExp][] = [
    [
      'an empty call',
      '[provideHttpClient()]',
      /provideHttpClient\(withInterceptors\(\[authInterceptor\]\)\)/,
    ],
    [
      'another feature',
      '[provideHttpClient(withFetch())]',
      /provideHttpClient\(withFetch\(\), withInterceptors\(\[authInterceptor\]\)\)/,
    ],
    [
      'other interceptors',
      '[provideHttpClient(withInterceptors([log, retry]))]',
      /withInterceptors\(\[log, retry, authInterceptor\]\)/,
    ],
    [
      'other interceptors on lines of their own',
      '[\n    provideHttpClient(\n      withInterceptors([\n        log, // first\n        retry,\n      ]),\n    ),\n  ]',
      /log, \/\/ first\n {8}retry,\n {8}authInterceptor,\n {6}\]/,
    ],
    [
      'interceptors from elsewhere',
      '[provideHttpClient(withInterceptors(interceptors))]',
      /withInterceptors\(interceptors\), withInterceptors\(\[authInterceptor\]\)/,
    ],
    [
      'a nested list',
      '[[provideHttpClient()]]',
      /provideHttpClient\(withInterceptors\(\[authInterceptor\]\)\)/,
    ],
  ];
  for (const [what, before, after] of providers) {
    it(`merges with provideHttpClient: ${what}`, async () => {
      const files = { ...STANDALONE_APP, 'app.config.ts': appConfig(before, HTTP) };
      const { tree } = await runSchematic('ng-add', {}, appTree('standalone', files));
      const config = tree.readContent('/src/app/app.config.ts');
      assert.match(config, after);
      assert.match(config, /provideAuth\(\{ baseUrl/);
      assert.equal(config.match(/provideHttpClient\(/g)?.length, 1);
    });
  }

  it('names another backend and imports it', async () => {
    const options = { backend: 'flaskSession', baseUrl: '/api' };
    const { tree } = await runSchematic('ng-add', options, appTree('standalone', STANDALONE_APP));
    const config = tree.readContent('/src/app/app.config.ts');
    assert.match(config, /provideAuth\(\{ baseUrl: '\/api', backend: flaskSession \}\)/);
    assert.match(
      config,
      /import \{ authInterceptor, flaskSession, provideAuth \} from 'ngx-auth-kit';/,
    );
  });

  it('writes in the style of the file', async () => {
    const tabs = (text: string) =>
      text.replaceAll('  ', '\t').replaceAll("'", '"').replaceAll(';', '').replaceAll('\n', '\r\n');
    const files = {
      'app.config.ts': `\uFEFF${tabs(STANDALONE_APP['app.config.ts']!)}`,
      'app.routes.ts': tabs(appRoutes("[\n  { path: 'home', component: Home },\n]")),
    };
    const { tree } = await runSchematic('ng-add', {}, appTree('standalone', files));
    const config = tree.read('/src/app/app.config.ts')!.toString('utf8');
    assert.ok(config.startsWith('\uFEFFimport'));
    assert.match(
      config,
      /\r\n\t\tprovideAuth\(\{ baseUrl: "http:\/\/localhost:5000\/auth" \}\)\r\n\t\]/,
    );
    assert.match(config, /from "ngx-auth-kit"\r\n/);
    const routes = tree.readContent('/src/app/app.routes.ts');
    assert.match(routes, /\},\r\n\t\{ path: "login", component: LoginComponent,/);
    assert.doesNotMatch(config + routes, /[^\r]\n|'| {2}/);
  });

  it('gives its symbols other names where the app has those', async () => {
    const files = {
      'app.config.ts': appConfig(
        '[provideRouter(routes), provideHttpClient(withInterceptors([authInterceptor]))]',
        `${HTTP}import { authInterceptor } from '../../core/http/auth-interceptor';\n`,
      ),
      'app.routes.ts': `import { LoginComponent } from './login';\n${appRoutes("[{ path: 'sign-in', component: LoginComponent }]")}`,
    };
    const { tree } = await runSchematic('ng-add', {}, appTree('standalone', files));
    const config = tree.readContent('/src/app/app.config.ts');
    assert.match(config, /withInterceptors\(\[authInterceptor, kitAuthInterceptor\]\)/);
    assert.match(
      config,
      /import \{ authInterceptor as kitAuthInterceptor, provideAuth \} from 'ngx-auth-kit'/,
    );
    const routes = tree.readContent('/src/app/app.routes.ts');
    assert.match(routes, /path: 'login', component: KitLoginComponent,/);
    assert.match(routes, /LoginComponent as KitLoginComponent,/);
  });

  const routes: [what: string, before: string, order: string[]][] = [
    ['at the end', "[{ path: 'home', component: Home }]", ['home', 'login', 'register', 'status']],
    [
      'ahead of the wildcard',
      "[\n  { path: 'home', component: Home },\n  // whatever else\n  { path: '**', component: Lost },\n]",
      ['home', 'login', 'register', 'status', '**'],
    ],
    [
      'ahead of a parameter',
      "[{ path: ':page', component: Page }]",
      ['login', 'register', 'status', ':page'],
    ],
    [
      'ahead of a wildcard among children',
      "[{ path: '', component: Shell, children: [{ path: '**', component: Lost }] }]",
      ['login', 'register', 'status', '', '**'],
    ],
    [
      'those that are missing only',
      "[{ path: 'login', loadComponent: () => import('ngx-auth-kit').then((m) => m.LoginComponent) }]",
      ['login', 'register', 'status'],
    ],
  ];
  for (const [what, before, order] of routes) {
    it(`adds routes: ${what}`, async () => {
      const files = { ...STANDALONE_APP, 'app.routes.ts': appRoutes(before) };
      const { tree } = await runSchematic('ng-add', {}, appTree('standalone', files));
      const text = tree.readContent('/src/app/app.routes.ts');
      assert.deepEqual(
        [...text.matchAll(/path: '(.*?)'/g)].map(([, path]) => path),
        order,
      );
      if (before.includes('// whatever'))
        assert.match(text, /\/\/ whatever else\n {2}\{ path: '\*\*'/);
    });
  }

  it('adds no routes when told so', async () => {
    const before = appTree('standalone', STANDALONE_APP);
    const { tree } = await runSchematic('ng-add', { routes: false }, before);
    assert.equal(tree.readContent('/src/app/app.routes.ts'), STANDALONE_APP['app.routes.ts']);
    assert.match(tree.readContent('/src/app/app.config.ts'), /provideAuth/);
  });

  it('finds a config in main.ts and routes in app.config.ts', async () => {
    const { tree } = await runSchematic(
      'ng-add',
      {},
      appTree('standalone', {
        '/src/main.ts': `import { bootstrapApplication } from '@angular/platform-browser';
import { provideRouter } from '@angular/router';
import { App } from './app/app';

bootstrapApplication(App, { providers: [provideRouter([])] });
`,
      }),
    );
    const main = tree.readContent('/src/main.ts');
    assert.match(main, /provideRouter\(\[\n/);
    assert.match(main, /path: 'login'/);
    assert.match(main, /provideAuth\(/);
  });

  const shapes: [what: string, files: Record<string, string>][] = [
    ['new', STANDALONE_APP],
    [
      'with HttpClient',
      {
        ...STANDALONE_APP,
        'app.config.ts': appConfig('[provideRouter(routes), provideHttpClient(withFetch())]', HTTP),
      },
    ],
    [
      'without providers',
      {
        ...STANDALONE_APP,
        'app.config.ts':
          "import { ApplicationConfig } from '@angular/core';\nexport const appConfig: ApplicationConfig = {};\n",
      },
    ],
    [
      'with a config that is checked',
      {
        ...STANDALONE_APP,
        'app.config.ts': appConfig('[provideRouter(routes)]')
          .replace(': ApplicationConfig', '')
          .replace('};', '} satisfies ApplicationConfig;'),
      },
    ],
    [
      'with a config that is exported again',
      {
        ...STANDALONE_APP,
        'app.config.ts': "export * from './core/config';\n",
        'core/config.ts': appConfig('[provideRouter(routes)]').replace(
          './app.routes',
          '../app.routes',
        ),
      },
    ],
    [
      'with classes and tokens',
      {
        ...STANDALONE_APP,
        'app.config.ts': appConfig(
          '[Store, { provide: TOKEN, useValue: 1 }, provideRouter(routes)]',
        ),
      },
    ],
  ];
  for (const [what, files] of shapes) {
    it(`changes nothing the second time: ${what}`, async () => {
      const first = await runSchematic('ng-add', {}, appTree('standalone', files));
      const before = snapshot(first.tree);
      assert.match(Object.values(before).join(), /provideAuth\(\{/);
      const second = await runSchematic(
        'ng-add',
        { baseUrl: '/other', backend: 'strapi' },
        first.tree,
      );
      assert.deepEqual(snapshot(second.tree), before);
    });
  }
});
