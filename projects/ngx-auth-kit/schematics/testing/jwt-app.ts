import type { AppFiles } from './app-tree';
import { appRoutes } from './standalone-app';

/** A config of angular-jwt as its README shows it. */
export const JWT_CONFIG = `{
          tokenGetter: () => localStorage.getItem('access_token'),
          allowedDomains: ['api.example.com', 'localhost:3001'],
        }`;

/** A standalone app that uses angular-jwt. */
export function standaloneJwtApp(config = JWT_CONFIG, more: AppFiles = {}): AppFiles {
  return {
    'app.config.ts': `import { provideHttpClient, withInterceptorsFromDi } from '@angular/common/http';
import { ApplicationConfig, importProvidersFrom } from '@angular/core';
import { provideRouter } from '@angular/router';
import { JwtModule } from '@auth0/angular-jwt';
import { routes } from './app.routes';

export const appConfig: ApplicationConfig = {
  providers: [
    provideRouter(routes),
    importProvidersFrom(
      JwtModule.forRoot({
        config: ${config},
      }),
    ),
    provideHttpClient(withInterceptorsFromDi()),
  ],
};
`,
    'app.routes.ts': appRoutes('[]'),
    ...more,
  };
}

/** An app of NgModules that uses angular-jwt. */
export function moduleJwtApp(
  config = '{ tokenGetter, allowedDomains: [] }',
  more: AppFiles = {},
): AppFiles {
  return {
    'app.module.ts': `import { HttpClientModule } from '@angular/common/http';
import { NgModule } from '@angular/core';
import { BrowserModule } from '@angular/platform-browser';
import { JwtModule } from '@auth0/angular-jwt';
import { App } from './app';

function tokenGetter() {
  return sessionStorage.getItem('id');
}

@NgModule({
  declarations: [App],
  imports: [BrowserModule, HttpClientModule, JwtModule.forRoot({ config: ${config} })],
  bootstrap: [App],
})
export class AppModule {}
`,
    ...more,
  };
}

/** A service that injects JwtHelperService as `jwt` and has this method body. */
export function jwtService(
  body: string,
  injection = 'private readonly jwt = inject(JwtHelperService);',
): string {
  return `import { inject, Injectable } from '@angular/core';
import { JwtHelperService } from '@auth0/angular-jwt';

@Injectable({ providedIn: 'root' })
export class Session {
  ${injection}

  async run() {
    ${body}
  }
}
`;
}
