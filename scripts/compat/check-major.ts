import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { serve } from '../../projects/mock-backend/src/serve.ts';
import { toEnvironment } from './app-under-test.ts';
import { followNgModule, followStandalone } from './follow-quick-start.ts';
import type { Major } from './majors.ts';
import { run } from './run.ts';
import { serveFiles, serveRendered } from './serve-app.ts';
import type { ServedApp } from './serve-app.ts';
import type { AppName } from './workspace.ts';
import { createWorkspace, installOldest, ng } from './workspace.ts';

/** Does one named part of the work and notes how it went: null when it failed. */
export type Step = <Result>(name: string, work: () => Promise<Result>) => Promise<Result | null>;

/** Generates apps on an Angular major, follows the README in them, builds and runs them. */
export async function checkMajor(
  major: Major,
  parent: string,
  library: string,
  step: Step,
): Promise<void> {
  const apps: AppName[] = ['standalone', 'module', ...(major.server ? ['server' as const] : [])];
  const folder = await step('install', () => createWorkspace(parent, major, apps, library));
  if (folder === null) return;
  const readme = readFileSync('README.md', 'utf8');
  const project = (app: AppName) => join(folder, 'projects', app);
  const built = (app: AppName, file: string) => join(folder, 'dist', app, file);

  const tryOut = async (app: AppName, specs: readonly string[], served: Promise<ServedApp>) => {
    const { url, close } = await served;
    const backend = await serve({ tokenLifetime: 86_400 });
    const environment = toEnvironment({
      url,
      backendPort: backend.port,
      angular: major.framework,
      zones: app === 'module',
      artifacts: join(parent, 'artifacts', app),
    });
    const config = join(import.meta.dirname, 'playwright.config.ts');
    const args = ['test', '--config', config, ...specs];
    await run(process.cwd(), 'playwright', args, environment).finally(() => backend.close());
    await close();
  };

  await step('standalone, zoneless', async () => {
    followStandalone(project('standalone'), readme);
    await ng(folder, 'build', 'standalone');
    await tryOut('standalone', ['main-job'], serveFiles(built('standalone', 'browser')));
  });
  await step('NgModule, zone.js', async () => {
    followNgModule(project('module'), readme);
    await ng(folder, 'build', 'module');
    await tryOut('module', ['main-job'], serveFiles(built('module', 'browser')));
  });
  if (major.server) {
    followStandalone(project('server'), readme);
    for (const mode of ['Prerender', 'Server', 'Client']) {
      await step(`server, RenderMode.${mode}`, async () => {
        setRenderMode(project('server'), mode);
        await ng(folder, 'build', 'server');
        const specs = mode === 'Client' ? ['main-job'] : ['main-job', 'server-rendering'];
        await tryOut('server', specs, serveRendered(built('server', 'server/server.mjs')));
      });
    }
  }
  await step(`builds on ${major.oldest.framework}`, async () => {
    await installOldest(folder, major);
    checkDeclarations(project('standalone'));
    await ng(folder, 'build', 'standalone');
  });
}

/** The CLI lets every page be rendered ahead. */
function setRenderMode(app: string, mode: string): void {
  const path = join(app, 'src/app/app.routes.server.ts');
  const code = readFileSync(path, 'utf8');
  writeFileSync(path, code.replace(/RenderMode\.\w+(?=\s*})/, `RenderMode.${mode}`));
}

/** Has TypeScript check the library's declarations, which the CLI's settings skip. */
function checkDeclarations(app: string): void {
  const path = join(app, 'tsconfig.app.json');
  const settings = readFileSync(path, 'utf8');
  const changed = settings.replace(
    '"compilerOptions": {',
    '"compilerOptions": { "skipLibCheck": false,',
  );
  if (changed === settings) throw new Error(`${path} has no compilerOptions.`);
  writeFileSync(path, changed);
}
