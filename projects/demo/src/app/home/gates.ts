/** Whom a route lets in. */
export type Admits = 'visitors' | 'users' | 'admins';

export interface Gate {
  readonly path: string;
  readonly guard: string;
  readonly note?: string;
  readonly admits: Admits;
}

/** The guarded routes of this app. */
export const GATES: readonly Gate[] = [
  { path: '/login', guard: 'loginRedirect', admits: 'visitors' },
  { path: '/register', guard: 'loginRedirect', admits: 'visitors' },
  { path: '/status', guard: 'ensureAuthenticated', admits: 'users' },
  { path: '/protected', guard: 'ensureAuthenticated', admits: 'users' },
  { path: '/vault', guard: 'ensureAuthenticated', note: 'lazy', admits: 'users' },
  { path: '/admin', guard: 'ensureUser(user => …)', admits: 'admins' },
];
