import type { AppFiles } from './app-tree';

/** The `app.module.ts` of an app with this metadata, and what else it imports. */
export function appModule(metadata: string, imports = ''): string {
  return `import { NgModule } from '@angular/core';
import { BrowserModule } from '@angular/platform-browser';
${imports}import { AppRoutingModule } from './app-routing.module';
import { App } from './app';

@NgModule({
  declarations: [App],
  ${metadata}
  bootstrap: [App],
})
export class AppModule {}
`;
}

/** What `ng new --no-standalone` makes, as far as the schematics look at it. */
export const MODULE_APP: AppFiles = {
  'app.module.ts': appModule(
    'imports: [\n    BrowserModule,\n    AppRoutingModule\n  ],\n  providers: [\n    provideBrowserGlobalErrorListeners()\n  ],',
    "import { provideBrowserGlobalErrorListeners } from '@angular/core';\n",
  ),
  'app-routing.module.ts': `import { NgModule } from '@angular/core';
import { RouterModule, Routes } from '@angular/router';

const routes: Routes = [];

@NgModule({ imports: [RouterModule.forRoot(routes)], exports: [RouterModule] })
export class AppRoutingModule {}
`,
};
