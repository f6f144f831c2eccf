/** Whom a page lets in. */
export type Admits = 'anybody' | 'visitors' | 'users' | 'admins';

/** A page worth a visit. */
export interface Stop {
  readonly path: string;
  readonly name: string;
  /** What there is to see. */
  readonly remark: string;
  readonly admits: Admits;
  /** As in app.routes.ts. */
  readonly guard?: string;
}

/** In the order in which they make sense. */
export const STOPS: readonly Stop[] = [
  {
    path: '/login',
    name: 'Signing in',
    remark: 'One form for every backend; choose which one answers.',
    admits: 'visitors',
    guard: 'loginRedirect',
  },
  {
    path: '/register',
    name: 'A new account',
    remark: 'Some backends sign you in at once, some say no with a 200.',
    admits: 'visitors',
    guard: 'loginRedirect',
  },
  {
    path: '/forgot-password',
    name: 'A forgotten password',
    remark: 'Ask for a link, follow it in the mail, choose another password.',
    admits: 'anybody',
  },
  {
    path: '/status',
    name: 'Your session, live',
    remark: 'Claims, time left, renewals, events, and what other tabs did.',
    admits: 'users',
    guard: 'ensureAuthenticated',
  },
  {
    path: '/lab',
    name: 'Request lab',
    remark: 'A hundred calls, an expired token, a dead server, a foreign origin.',
    admits: 'anybody',
  },
  {
    path: '/protected',
    name: 'For members',
    remark: 'The plainest case: a guard, and a request with the token.',
    admits: 'users',
    guard: 'ensureAuthenticated',
  },
  {
    path: '/vault',
    name: 'Loaded on demand',
    remark: 'Code that a browser without a session never downloads.',
    admits: 'users',
    guard: 'ensureAuthenticated',
  },
  {
    path: '/admin',
    name: 'For administrators',
    remark: 'A role, asked of the backend before the page opens.',
    admits: 'admins',
    guard: 'ensureUser(user => …)',
  },
  {
    path: '/change-password',
    name: 'Another password',
    remark: 'For whoever knows the current one; the session goes on.',
    admits: 'users',
    guard: 'ensureAuthenticated',
  },
  {
    path: '/outbox',
    name: 'The mail that was not sent',
    remark: 'Reset links and one-time codes, where you can read them.',
    admits: 'anybody',
  },
  {
    path: '/look',
    name: 'Theme and language',
    remark: 'The forms in your colours and six languages.',
    admits: 'anybody',
  },
];
