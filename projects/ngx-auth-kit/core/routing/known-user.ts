import { inject } from '@angular/core';
import { map, Observable, of } from 'rxjs';
import { AuthUser } from '../session/auth-user';
import { SessionQuestion } from '../session/check/session-question';
import { SessionStore } from '../session/state/session-store';

/** The signed-in user, asked for if need be; null without a session or if the backend names none. */
export function knownUser(): Observable<AuthUser | null> {
  const question = inject(SessionQuestion);
  const store = inject(SessionStore);
  store.doubtIfExpired();
  const user = store.user();
  const isKnown = user && !store.hasExpired();
  if (isKnown || store.status() === 'anonymous') return of(user);
  return question.ask().pipe(map(() => store.user()));
}
