import { AuthStatus, AuthUser, ɵSessionStore, ɵSessionTokens } from 'ngx-auth-kit/core';

/** What a test begins with. */
export interface StartState {
  readonly status: AuthStatus;
  readonly user: object | null;
  readonly tokens: ɵSessionTokens | null;
}

/** Creates the library's own store in this state, as if the session were an earlier page's. */
export function startSession({ status, user, tokens }: StartState): ɵSessionStore {
  const store = new ɵSessionStore();
  store.dispatch({ type: 'doubted' });
  if (status === 'authenticated') confirm(store, tokens, user);
  else if (status === 'anonymous') {
    store.dispatch({ type: 'denied', lease: store.lease(), reason: 'refused' });
  }
  return store;
}

/** Answers who is signed in. */
export function confirm(
  store: ɵSessionStore,
  tokens: ɵSessionTokens | null,
  named: object | null,
): void {
  const user = named as AuthUser | null;
  const lease = store.lease();
  const fresh = store.create(tokens);
  store.dispatch({ type: 'confirmed', lease, user, subject: null, fresh, isExpired: false });
}
