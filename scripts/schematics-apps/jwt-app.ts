import type { AppWorkspace } from './app-workspace.ts';

/** Makes a generated app use angular-jwt: it asks the backend for something, and shows its session. */
export function useAngularJwt(
  workspace: AppWorkspace,
  app: string,
  kind: 'standalone' | 'module',
  backend: string,
): void {
  const folder = `projects/${app}/src/app`;
  const options = `JwtModule.forRoot({
      config: {
        tokenGetter,
        allowedDomains: ['${new URL(backend).host}'],
        disallowedRoutes: ['${backend}/auth/login'],
      },
    })`;
  workspace.write(
    `${folder}/token-getter.ts`,
    `const KEY = 'access_token';\n\nexport function tokenGetter() {\n  return localStorage.getItem(KEY);\n}\n`,
  );
  workspace.write(`${folder}/app.ts`, component(kind, backend));
  workspace.write(
    `${folder}/${kind === 'module' ? 'app-module.ts' : 'app.config.ts'}`,
    kind === 'module' ? rootModule(options) : config(options),
  );
}

function component(kind: 'standalone' | 'module', backend: string): string {
  return `import { HttpClient } from '@angular/common/http';
import { Component, inject, signal } from '@angular/core';
import { JwtHelperService } from '@auth0/angular-jwt';

@Component({
  selector: 'app-root',
  standalone: ${kind === 'standalone'},
  template: '<p id="answer">{{ answer() }}</p><p id="session">{{ describe() }}</p>',
})
export class App {
  private readonly jwt = inject(JwtHelperService);
  /** Stays with angular-jwt: it is given a token. */
  private readonly helper = inject(JwtHelperService);
  protected readonly answer = signal('waiting');

  constructor() {
    inject(HttpClient)
      .get<{ message: string }>('${backend}/__mock/protected')
      .subscribe({
        next: () => this.answer.set('allowed'),
        error: ({ status }) => this.answer.set(String(status)),
      });
  }

  protected describe(): string {
    if (this.jwt.isTokenExpired()) return 'signed out';
    const { sub } = this.jwt.decodeToken();
    const expires = this.jwt.getTokenExpirationDate() as Date;
    const token = this.jwt.tokenGetter() as string;
    const same = this.helper.decodeToken(token).sub === sub;
    return \`signed in: \${same && expires > new Date()}\`;
  }
}
`;
}

function config(options: string): string {
  return `import { provideHttpClient, withInterceptorsFromDi } from '@angular/common/http';
import { ApplicationConfig, importProvidersFrom } from '@angular/core';
import { provideRouter } from '@angular/router';
import { JwtModule } from '@auth0/angular-jwt';
import { tokenGetter } from './token-getter';
import { routes } from './app.routes';

export const appConfig: ApplicationConfig = {
  providers: [
    provideRouter(routes),
    importProvidersFrom(${options}),
    provideHttpClient(withInterceptorsFromDi()),
  ],
};
`;
}

function rootModule(options: string): string {
  return `import { HttpClientModule } from '@angular/common/http';
import { NgModule } from '@angular/core';
import { BrowserModule } from '@angular/platform-browser';
import { JwtModule } from '@auth0/angular-jwt';
import { App } from './app';
import { AppRoutingModule } from './app-routing-module';
import { tokenGetter } from './token-getter';

@NgModule({
  declarations: [App],
  imports: [BrowserModule, AppRoutingModule, HttpClientModule, ${options}],
  bootstrap: [App],
})
export class AppModule {}
`;
}
