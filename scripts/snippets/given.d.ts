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

declare const auth: import('ngx-auth-kit').AuthService;
declare const email: string;
declare const password: string;
declare function show(text: string): void;
declare const token: string;
declare function log(...values: unknown[]): void;
