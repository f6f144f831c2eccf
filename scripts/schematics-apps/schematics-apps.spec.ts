import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type Browser, chromium, type Page } from '@playwright/test';
import { type RunningBackend, serve } from '../../projects/mock-backend/src/serve.ts';
import { ensureChromium } from '../chromium.ts';
import { type AppWorkspace, createAppWorkspace } from './app-workspace.ts';
import { useAngularJwt } from './jwt-app.ts';
import { serveApp } from './serve-app.ts';
import {
  type AppConfiguration,
  JWT_CONFIGURATIONS,
  showSignIn,
  UI_AUTH_CONFIGURATION,
  useConfiguration,
} from './sign-in-app.ts';

const ADA = { email: 'ada@example.com', password: 'correct horse battery' };
const KINDS = ['standalone', 'module'] as const;

/** Apps that the CLI generates, changed by the schematics as users run them, built and run in Chromium. */
describe('schematics in real apps', () => {
  let backend: RunningBackend;
  let browser: Browser;
  let workspace: AppWorkspace;

  before(async () => {
    backend = await serve();
    browser = await chromium.launch({
      executablePath: ensureChromium(),
      args: ['--no-sandbox', '--disable-gpu'],
    });
    workspace = createAppWorkspace({
      standalone: 'standalone',
      module: 'module',
      'jwt-standalone': 'standalone',
      'jwt-module': 'module',
      'config-standalone': 'standalone',
      'config-module': 'module',
    });
  });
  after(async () => {
    await browser?.close();
    await backend?.close();
    workspace?.remove();
  });

  for (const app of KINDS) {
    it(`ng add makes sign-in work in a new ${app} app, and changes nothing the second time`, async () => {
      const add = ['generate', 'ngx-auth-kit:ng-add', '--defaults', `--project=${app}`];
      workspace.ng(...add, `--base-url=${backend.url}/auth`);
      const sources = workspace.sources(app);
      assert.match(workspace.ng(...add), /nothing was changed/i);
      assert.deepEqual(workspace.sources(app), sources);

      await inApp(app, async (page, url) => {
        await page.goto(`${url}/status`);
        await page.waitForURL(`${url}/login?returnUrl=%2Fstatus`);
        await page.getByLabel('E-mail', { exact: true }).fill(ADA.email);
        await page.getByLabel('Password', { exact: true }).fill(ADA.password);
        await page.getByRole('button', { name: 'Sign in' }).click();
        await page.waitForURL(`${url}/status`);
        await page.locator('auth-status').getByText(ADA.email).first().waitFor();
      });
    });

    it(`an app that is moved from angular-jwt still sends its token: ${app}`, async () => {
      const name = `jwt-${app}`;
      useAngularJwt(workspace, name, app, backend.url);
      const token = await tokenOfAda();
      const shown = async (page: Page, url: string) => {
        await page.goto(url);
        await page.evaluate((value) => localStorage.setItem('access_token', value), token);
        await page.reload();
        await page.locator('#answer', { hasText: 'allowed' }).waitFor();
        return page.locator('#session').textContent();
      };
      const before = await inApp(name, shown);
      assert.equal(before, 'signed in: true');

      const migrate = ['generate', 'ngx-auth-kit:migrate-angular-jwt', '--defaults'];
      const log = workspace.ng(...migrate, `--project=${name}`, `--base-url=${backend.url}/auth`);
      assert.match(log, /JwtModule\.forRoot → (provideAuth|AuthModule\.forRoot)/);
      assert.match(log, /`decodeToken` has a token argument/);
      const sources = Object.values(workspace.sources(name)).join('\n');
      assert.doesNotMatch(sources, /JwtModule/);
      assert.match(sources, /tokenKey: 'access_token'/);

      assert.equal(await inApp(name, shown), before);
    });
  }

  for (const configuration of JWT_CONFIGURATIONS) {
    it(`an app with ${configuration.what} is moved from angular-jwt, builds and signs in`, () =>
      movesAndSignsIn(configuration, 'migrate-angular-jwt', `--base-url=${backend.url}/auth`));
  }

  it('an app is moved from ng2-ui-auth, builds and signs in', () =>
    movesAndSignsIn(UI_AUTH_CONFIGURATION, 'migrate-ng2-ui-auth'));

  async function movesAndSignsIn(
    configuration: AppConfiguration,
    schematic: string,
    ...options: string[]
  ): Promise<void> {
    const app = `config-${configuration.kind}`;
    useConfiguration(workspace, app, configuration, backend.url);
    const migrate = ['generate', `ngx-auth-kit:${schematic}`, '--defaults', `--project=${app}`];
    workspace.ng(...migrate, ...options);
    const sources = Object.values(workspace.sources(app)).join('\n');
    assert.doesNotMatch(sources, /@auth0|'ng2-ui-auth'/);
    showSignIn(workspace, app, configuration, backend.url);
    const token = await tokenOfAda();

    await inApp(app, async (page, url) => {
      await page.goto(url);
      await page.locator('#answer', { hasText: '401' }).waitFor();
      await page.getByRole('button', { name: 'Sign in' }).click();
      await page.locator('#answer', { hasText: 'allowed' }).waitFor();

      const { key, json = [] } = configuration.stored ?? { key: 'token' };
      const stored = json.reduceRight<unknown>((value, name) => ({ [name]: value }), token);
      await page.evaluate(
        ([name, value]) => {
          localStorage.clear();
          localStorage.setItem(name, value);
        },
        [key, json.length > 0 ? JSON.stringify(stored) : token] as const,
      );
      await page.reload();
      await page.locator('#answer', { hasText: 'allowed' }).waitFor();
    });
  }

  /** Builds the app and opens a page of its own for it. */
  async function inApp<T>(app: string, act: (page: Page, url: string) => Promise<T>): Promise<T> {
    const { url, close } = await serveApp(workspace.build(app));
    const context = await browser.newContext();
    try {
      const page = await context.newPage();
      page.setDefaultTimeout(10_000);
      return await act(page, url);
    } finally {
      await context.close();
      close();
    }
  }

  async function tokenOfAda(): Promise<string> {
    const answer = await fetch(`${backend.url}/auth/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(ADA),
    });
    return ((await answer.json()) as { auth_token: string }).auth_token;
  }
});
