import type { AppFiles } from './app-tree';

/** The root module of an app that uses ng2-ui-auth with these arguments. */
export function uiAuthApp(options: string, more: AppFiles = {}, imports = ''): AppFiles {
  const storage = options.includes('StorageType') ? ', StorageType' : '';
  return {
    'app.ts': `import { Component } from '@angular/core';

@Component({ selector: 'app-root', template: '' })
export class App {}
`,
    'app.module.ts': `import { NgModule } from '@angular/core';
import { BrowserModule } from '@angular/platform-browser';
import { Ng2UiAuthModule${storage} } from 'ng2-ui-auth';
import { App } from './app';
${imports}
@NgModule({
  declarations: [App],
  imports: [BrowserModule, Ng2UiAuthModule.forRoot(${options})],
  bootstrap: [App],
})
export class AppModule {}
`,
    ...more,
  };
}

/** A service that injects ng2-ui-auth's AuthService as `auth` and has this method body. */
export function uiAuthService(body: string): string {
  return `import { Injectable } from '@angular/core';
import { AuthService } from 'ng2-ui-auth';

@Injectable({ providedIn: 'root' })
export class Session {
  constructor(private readonly auth: AuthService) {}

  run() {
    ${body}
  }
}
`;
}
