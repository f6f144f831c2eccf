// What the snippets take from the app around them.

declare module '*/app.component' {
  export class AppComponent {}
}
declare module '*/app.routes' {
  export const routes: import('@angular/router').Routes;
}

declare module '*/admin-page' {
  export class AdminPage {}
}

declare class AccountPage {}
declare class AdminPage {}
declare class HomePage {}
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
