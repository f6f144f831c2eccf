import { createRequire } from 'node:module';
import type { JwtConfiguration } from '../../projects/ngx-auth-kit/schematics/testing/jwt-configurations.ts';
import type { AppWorkspace } from './app-workspace.ts';

/** Compiled with the specs of the schematics, which are CommonJS. */
export const { JWT_CONFIGURATIONS } = createRequire(import.meta.url)(
  '../../out-tsc/schematics/testing/jwt-configurations.js',
) as { JWT_CONFIGURATIONS: readonly JwtConfiguration[] };

/** Puts a configuration of angular-jwt into a generated app; `localhost:5000` becomes the backend. */
export function useConfiguration(
  workspace: AppWorkspace,
  app: string,
  { files }: JwtConfiguration,
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
  { kind }: JwtConfiguration,
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
