import type { AppFiles } from './app-tree';

/** A way to set angular-jwt up that apps are known to have, and what has to come of it. */
export interface JwtConfiguration {
  readonly what: string;
  readonly kind: 'standalone' | 'module';
  readonly files: AppFiles;
  /** What the file with the set-up has to contain afterwards. */
  readonly after: readonly string[];
  /** Where the user's token was, as `localStorage` or `sessionStorage` holds it. */
  readonly stored: { readonly key: string; readonly json?: readonly string[] } | null;
}

const DOMAINS = "allowedDomains: ['localhost:5000'],";
const JWT = "import { JwtModule } from '@auth0/angular-jwt';\n";

/** An `app.config.ts` with these providers, and HttpClient with class interceptors. */
function config(provider: string, imports: string, http = true): string {
  const angular = http
    ? "import { provideHttpClient, withInterceptorsFromDi } from '@angular/common/http';\n"
    : '';
  return `${angular}import { ApplicationConfig, importProvidersFrom } from '@angular/core';
import { provideRouter } from '@angular/router';
${imports}import { routes } from './app.routes';

export const appConfig: ApplicationConfig = {
  providers: [
    provideRouter(routes),
    ${provider},
${http ? '    provideHttpClient(withInterceptorsFromDi()),\n' : ''}  ],
};
`;
}

function rootModule(metadata: string, before: string): string {
  return `import { HttpClientModule } from '@angular/common/http';
import { NgModule } from '@angular/core';
import { BrowserModule } from '@angular/platform-browser';
${before}
@NgModule({
  declarations: [App],
  ${metadata}
  bootstrap: [App],
})
export class AppModule {}
`;
}

const APP =
  "import { AppRoutingModule } from './app-routing-module';\nimport { App } from './app';\n";
const IMPORTS = (call: string) =>
  `imports: [BrowserModule, AppRoutingModule, HttpClientModule, ${call}],`;

const standalone = (
  what: string,
  after: readonly string[],
  stored: JwtConfiguration['stored'],
  provider: string,
  imports: string,
  more: AppFiles = {},
): JwtConfiguration => ({
  what,
  kind: 'standalone',
  after,
  stored,
  files: { 'app.config.ts': config(provider, imports), ...more },
});

const ofModules = (
  what: string,
  after: readonly string[],
  stored: JwtConfiguration['stored'],
  call: string,
  before: string,
  providers = '',
  more: AppFiles = {},
): JwtConfiguration => ({
  what,
  kind: 'module',
  after,
  stored,
  files: { 'app-module.ts': rootModule(IMPORTS(call) + providers, before), ...more },
});

const inLocal = { key: 'access_token' };
const KEPT = ["tokenKey: 'access_token'", "'http://localhost:5000'"];

/** The eleven of the comparison with real apps. */
export const JWT_CONFIGURATIONS: readonly JwtConfiguration[] = [
  ofModules(
    'as the README shows it',
    KEPT,
    inLocal,
    `JwtModule.forRoot({ config: { tokenGetter, ${DOMAINS} } })`,
    `${JWT}${APP}
export function tokenGetter() {
  return localStorage.getItem('access_token');
}
`,
  ),
  standalone(
    'as the README shows it for standalone apps',
    KEPT,
    inLocal,
    `importProvidersFrom(
      JwtModule.forRoot({
        config: { tokenGetter: () => localStorage.getItem('access_token'), ${DOMAINS} },
      }),
    )`,
    JWT,
  ),
  ofModules('JwtModule.forRoot({})', [], null, 'JwtModule.forRoot({})', JWT + APP),
  ofModules(
    'a constant in the same file',
    KEPT,
    inLocal,
    'JwtModule.forRoot({ config: jwtConfig })',
    `import { JwtConfig, JwtModule } from '@auth0/angular-jwt';
${APP}
const jwtConfig: JwtConfig = { tokenGetter: () => localStorage.getItem('access_token'), ${DOMAINS} };
`,
  ),
  standalone(
    'a constant in another file',
    ["tokenKey: 'access_token'", '`http://${environment.host}`, `https://${environment.host}`'],
    inLocal,
    'importProvidersFrom(JwtModule.forRoot(jwtOptions))',
    `${JWT}import { jwtOptions } from './jwt/options';\n`,
    {
      'jwt/options.ts': `import type { JwtModuleOptions } from '@auth0/angular-jwt';
import { environment } from '../environment';

export const jwtOptions: JwtModuleOptions = {
  config: {
    tokenGetter: () => localStorage.getItem('access_token'),
    allowedDomains: [environment.host],
  },
};
`,
      'environment.ts': "export const environment = { host: 'localhost:5000', tokens: 1 };\n",
    },
  ),
  ofModules(
    'jwtOptionsProvider',
    KEPT,
    inLocal,
    `JwtModule.forRoot({
    jwtOptionsProvider: { provide: JWT_OPTIONS, useFactory: jwtOptionsFactory, deps: [TokenService] },
  })`,
    `import { JWT_OPTIONS, JwtModule } from '@auth0/angular-jwt';
${APP}import { TokenService } from './token-service';

export function jwtOptionsFactory(tokens: TokenService) {
  return {
    tokenGetter: () => {
      return tokens.read();
    },
    ${DOMAINS}
  };
}
`,
    '',
    {
      'token-service.ts': `import { Injectable } from '@angular/core';

@Injectable({ providedIn: 'root' })
export class TokenService {
  read(): string | null {
    return localStorage.getItem('access_token');
  }
}
`,
    },
  ),
  ofModules(
    'JWT_OPTIONS among the providers',
    KEPT,
    inLocal,
    'JwtModule.forRoot({})',
    `import { JWT_OPTIONS, JwtHelperService, JwtModule } from '@auth0/angular-jwt';\n${APP}`,
    `
  providers: [
    JwtHelperService,
    { provide: JWT_OPTIONS, useValue: { tokenGetter: () => localStorage.getItem('access_token'), ${DOMAINS} } },
  ],`,
  ),
  standalone(
    'a getter that logs',
    KEPT,
    inLocal,
    `importProvidersFrom(JwtModule.forRoot({ config: { tokenGetter: readToken, ${DOMAINS} } }))`,
    `${JWT}import { readToken } from './read-token';\n`,
    {
      'read-token.ts': `import { Keys } from './keys';

export function readToken(): string | null {
  const token = localStorage.getItem(Keys.Token);
  console.debug('token', token ? 'there' : 'missing');
  if (!token) {
    return null;
  }
  return token;
}
`,
      'keys.ts': "export enum Keys {\n  Token = 'access_token',\n}\n",
    },
  ),
  standalone(
    'a getter that parses JSON',
    ["withLegacyTokens(['currentUser'], (stored)", "JSON.parse(stored ?? 'null')?.auth?.token"],
    { key: 'currentUser', json: ['auth', 'token'] },
    `importProvidersFrom(
      JwtModule.forRoot({
        config: {
          tokenGetter: () => {
            const user = JSON.parse(localStorage.getItem('currentUser') || '{}');
            return user && user.auth ? user.auth.token : null;
          },
          ${DOMAINS}
        },
      }),
    )`,
    JWT,
  ),
  {
    what: 'importProvidersFrom(HttpClientModule)',
    kind: 'standalone',
    after: [
      ...KEPT,
      'provideHttpClient(withInterceptorsFromDi(), withInterceptors([authInterceptor]))',
    ],
    stored: inLocal,
    files: {
      'app.config.ts': config(
        `importProvidersFrom(
      HttpClientModule,
      JwtModule.forRoot({
        config: { tokenGetter: () => localStorage.getItem('access_token'), ${DOMAINS} },
      }),
    )`,
        `import { HttpClientModule } from '@angular/common/http';\n${JWT}`,
        false,
      ),
    },
  },
  standalone(
    'whitelistedDomains',
    KEPT,
    inLocal,
    'importProvidersFrom(JwtModule.forRoot({ config: jwtConfig }))',
    `${JWT}import jwtConfig from './jwt-config';\n`,
    {
      'jwt-config.ts': `const jwtConfig = {
  tokenGetter: () => localStorage.getItem('access_token'),
  whitelistedDomains: ['localhost:5000'],
  blacklistedRoutes: [],
};

export default jwtConfig;
`,
    },
  ),
];
