// What the snippets take from the app around them.

declare module '*/app.component' {
  export class AppComponent {}
}
declare module '*/app.routes' {
  export const routes: import('@angular/router').Routes;
}

declare module '*/token-interceptor' {
  export const tokenInterceptor: import('@angular/common/http').HttpInterceptorFn;
}

declare module '*/admin-page' {
  export class AdminPage {}
}

// Clients that the guides configure; of their options, those that the guides name.
declare module '@apollo/client/core' {
  export class InMemoryCache {}
  export class HttpLink {
    constructor(options: { uri: string; fetch: typeof fetch });
  }
  export class ApolloClient {
    constructor(options: { cache: InMemoryCache; link: HttpLink });
  }
}
declare module '@urql/core' {
  export const fetchExchange: unique symbol;
  export class Client {
    constructor(options: { url: string; exchanges: unknown[]; fetch: typeof fetch });
  }
}
declare module 'openapi-fetch' {
  export default function createClient<Paths extends object>(options: {
    baseUrl: string;
    fetch: (request: Request) => Promise<Response>;
  }): Paths;
}
declare module '*/api' {
  export type paths = Record<string, object>;
}
declare module '@capacitor/preferences' {
  export const Preferences: {
    get(options: { key: string }): Promise<{ value: string | null }>;
    set(options: { key: string; value: string }): Promise<void>;
    remove(options: { key: string }): Promise<void>;
  };
}
declare module '@microsoft/signalr' {
  export class HubConnectionBuilder {
    withUrl(url: string, options: { accessTokenFactory(): string | Promise<string> }): this;
    withAutomaticReconnect(): this;
    build(): object;
  }
}
declare module 'graphql-ws' {
  export function createClient(options: {
    url: string;
    connectionParams: () => Promise<Record<string, unknown>>;
  }): object;
}

declare module '@angular/upgrade/static' {
  export function downgradeInjectable(token: unknown): () => unknown;
}
declare module 'angular' {
  type Injectable = (() => unknown) | readonly unknown[];
  interface Module {
    factory(name: string, factory: Injectable): this;
    config(configure: Injectable): this;
    run(start: Injectable): this;
  }
  export function module(name: string): Module;
}

declare class AccountPage {}
declare class AdminPage {}
declare class HomePage {}
declare class Dashboard {}
declare class Landing {}
declare abstract class Language {
  current(): string;
}
declare const auth: import('ngx-auth-kit').AuthService;
declare const email: string;
declare const password: string;
declare const accessToken: string;
declare const refreshToken: string;
declare const profile: Record<string, unknown>;
declare const credentials: { email: string; password: string };
declare const fixture: import('@angular/core/testing').ComponentFixture<unknown>;
declare const http: import('@angular/common/http').HttpClient;
declare const router: import('@angular/router').Router;
declare function show(text: string): void;
declare const token: string;
declare function log(...values: unknown[]): void;
