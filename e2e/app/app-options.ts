/** How a test wants its app. Plain data, because it travels into the page. */
export interface AppOptions {
  /** `cookies`: Flask-JWT-Extended with its tokens in cookies; `tokens`: rotating refresh tokens. */
  readonly backend: 'cookies' | 'tokens';
  readonly storage?: 'local' | 'session';
  /** Has the router carry every query on to the next page. */
  readonly preservesQuery?: boolean;
}

/** What a test can have the app do. */
export interface TestApp {
  /** Refreshes the session: `ok`, else the code of the error. */
  refresh(): Promise<string>;
  /** Asks the backend for what only users are told: `ok`, else the status of the answer. */
  ask(): Promise<string>;
}

declare global {
  interface Window {
    appOptions: AppOptions;
    testApp: TestApp;
  }
}
