import { createRequire } from 'node:module';
import type { AppWorkspace } from './app-workspace.ts';

/** A set-up of another package; as `JwtConfiguration` of the specs of the schematics, which are CommonJS and so cannot be imported here. */
export interface AppConfiguration {
  readonly what: string;
  readonly kind: 'standalone' | 'module';
  readonly files: Readonly<Record<string, string>>;
  readonly stored: { readonly key: string; readonly json?: readonly string[] } | null;
}

/** Compiled with those specs. */
export const { JWT_CONFIGURATIONS } = createRequire(import.meta.url)(
  '../../out-tsc/schematics/testing/jwt-configurations.js',
) as { JWT_CONFIGURATIONS: readonly AppConfiguration[] };

/** An app of NgModules with ng2-ui-auth, which Angular has not been able to compile since version 16. */
export const UI_AUTH_CONFIGURATION: AppConfiguration = {
  what: 'ng2-ui-auth',
  kind: 'module',
  files: {
    'app-module.ts': `import { NgModule } from '@angular/core';
import { BrowserModule } from '@angular/platform-browser';
import { Ng2UiAuthModule } from 'ng2-ui-auth';
import { App } from './app';
import { AppRoutingModule } from './app-routing-module';

@NgModule({
  declarations: [App],
  imports: [
    BrowserModule,
    AppRoutingModule,
    Ng2UiAuthModule.forRoot({ baseUrl: 'http://localhost:5000', signupUrl: '/auth/register' }),
  ],
  bootstrap: [App],
})
export class AppModule {}
`,
  },
  stored: { key: 'ng2-ui-auth_token' },
};

/** Puts a configuration into a generated app; `localhost:5000` becomes the backend. */
export function useConfiguration(
  workspace: AppWorkspace,
  app: string,
  { files }: AppConfiguration,
  backend: string,
): void {
  for (const [path, text] of Object.entries(files)) {
    workspace.write(
      `projects/${app}/src/app/${path}`,
      text.replaceAll('localhost:5000', new URL(backend).host),
    );
  }
}

/** Shows what the migrated app can do: it asks the backend for something, and signs in. */
export function showSignIn(
  workspace: AppWorkspace,
  app: string,
  { kind }: Pick<AppConfiguration, 'kind'>,
  backend: string,
): void {
  workspace.write(
    `projects/${app}/src/app/app.ts`,
    `import { HttpClient } from '@angular/common/http';
import { Component, inject, signal } from '@angular/core';
import { AuthService } from 'ngx-auth-kit';

@Component({
  selector: 'app-root',
  standalone: ${kind === 'standalone'},
  template: '<p id="answer">{{ answer() }}</p><button (click)="signIn()">Sign in</button>',
})
export class App {
  private readonly auth = inject(AuthService);
  private readonly http = inject(HttpClient);
  protected readonly answer = signal('');

  constructor() {
    this.ask();
  }

  protected signIn(): void {
    this.answer.set('');
    this.auth
      .login({ email: 'ada@example.com', password: 'correct horse battery' })
      .subscribe(() => this.ask());
  }

  private ask(): void {
    this.http.get('${backend}/__mock/protected').subscribe({
      next: () => this.answer.set('allowed'),
      error: ({ status }) => this.answer.set(String(status)),
    });
  }
}
`,
  );
}
