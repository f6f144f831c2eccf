import type { AppFiles } from './app-tree';

/** The `app.config.ts` of an app with these providers. */
export function appConfig(providers: string, imports = ''): string {
  return `import { ApplicationConfig } from '@angular/core';
import { provideRouter } from '@angular/router';
${imports}import { routes } from './app.routes';

export const appConfig: ApplicationConfig = {
  providers: ${providers},
};
`;
}

/** The `app.routes.ts` of an app with these routes. */
export function appRoutes(routes: string): string {
  return `import { Routes } from '@angular/router';

export const routes: Routes = ${routes};
`;
}

/** What `ng new` makes, as far as the schematics look at it. */
export const STANDALONE_APP: AppFiles = {
  'app.config.ts': appConfig('[\n    provideRouter(routes)\n  ]'),
  'app.routes.ts': appRoutes('[]'),
};
