/** Where the page finds everything; `test.ts` leads the browser to the ports that are really used. */
export const DEMO = 'http://localhost:4200';
export const BACKEND = 'http://localhost:5000';
/** The demo as on an intranet: without TLS, and so without Web Locks. */
export const INTRANET = 'http://app.test';
/** The demo's foreign origin: the backend under a name that the token must not go to. */
export const FOREIGN = 'http://127.0.0.1:5000';
