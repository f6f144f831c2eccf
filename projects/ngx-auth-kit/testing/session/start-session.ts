import { inject } from '@angular/core';
import {
  AuthStatus,
  AuthUser,
  ɵSessionStore,
  ɵSessionTokens,
  ɵStoredSession,
} from 'ngx-auth-kit/core';

/** What a test begins with. */
export interface StartState {
  readonly status: AuthStatus;
  readonly user: AuthUser | null;
  readonly tokens: ɵSessionTokens | null;
}

/** Creates the library's own store in this state, as if the session were an earlier page's. */
export function startSession({ status, user, tokens }: StartState): ɵSessionStore {
  if (tokens && status === 'authenticated') inject(ɵStoredSession).write(tokens);
  const store = new ɵSessionStore();
  if (status === 'pending') store.doubt();
  else if (status === 'authenticated') store.confirm(user);
  else store.end('refused');
  return store;
}
