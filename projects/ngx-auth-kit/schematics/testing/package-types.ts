/** The public types of the packages that apps are moved from, which are not installed here. */
export const PACKAGE_TYPES = `
declare module '@auth0/angular-jwt' {
  import { InjectionToken, ModuleWithProviders, Provider } from '@angular/core';
  import { HttpRequest } from '@angular/common/http';
  export interface JwtConfig {
    tokenGetter?: (request?: HttpRequest<any>) => string | null | Promise<string | null>;
    headerName?: string;
    authScheme?: string | ((request?: HttpRequest<any>) => string);
    allowedDomains?: Array<string | RegExp>;
    disallowedRoutes?: Array<string | RegExp>;
    throwNoTokenError?: boolean;
    skipWhenExpired?: boolean;
  }
  export interface JwtModuleOptions {
    jwtOptionsProvider?: Provider;
    config?: JwtConfig;
  }
  export class JwtModule {
    static forRoot(options: JwtModuleOptions): ModuleWithProviders<JwtModule>;
  }
  export class JwtHelperService {
    tokenGetter: () => string | Promise<string>;
    decodeToken<T = any>(token: string): T | null;
    decodeToken<T = any>(): null | T | Promise<T | null>;
    getTokenExpirationDate(token: string): Date | null;
    getTokenExpirationDate(): null | Date | Promise<Date | null>;
    isTokenExpired(token?: undefined, offsetSeconds?: number): boolean | Promise<boolean>;
    isTokenExpired(token: string | null, offsetSeconds?: number): boolean;
  }
  export const JWT_OPTIONS: InjectionToken<unknown>;
}
`;
