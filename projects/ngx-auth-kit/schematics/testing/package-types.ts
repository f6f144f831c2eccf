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

declare module 'ng2-ui-auth' {
  import { ModuleWithProviders } from '@angular/core';
  import { Observable } from 'rxjs';
  export enum StorageType {
    NONE = 'none',
    MEMORY = 'memory',
    LOCAL_STORAGE = 'localStorage',
    SESSION_STORAGE = 'sessionStorage',
    COOKIE = 'cookie',
    SESSION_COOKIE = 'sessionCookie',
  }
  export class Ng2UiAuthModule {
    static forRoot(options?: any, defaultJwtInterceptor?: boolean): ModuleWithProviders<any>;
  }
  export class AuthService {
    login<T = any>(user: string | object, url?: string): Observable<T>;
    signup<T = any>(user: string | object, url?: string): Observable<T>;
    logout(): Observable<void>;
    authenticate<T = any>(name: string, userData?: any): Observable<T>;
    link<T = any>(name: string, userData?: any): Observable<T>;
    unlink<T = any>(provider: string, url?: string): Observable<T>;
    isAuthenticated(): boolean;
    getToken(): string | null;
    setToken(token: string | object): void;
    removeToken(): void;
    getPayload(): any;
    setStorageType(type: StorageType): boolean;
    getExpirationDate(): Date | null;
  }
}
`;
