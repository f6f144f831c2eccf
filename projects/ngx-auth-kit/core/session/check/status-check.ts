import { inject, Injectable } from '@angular/core';
import { catchError, concatMap, defer, Observable, of } from 'rxjs';
import { BROWSER_WINDOW } from '../../config/browser-window';
import { AUTH_CONFIG } from '../../config/resolved-config';
import { AuthError } from '../../errors/auth-error';
import { AuthApi } from '../../http/auth-api';
import { AuthUser } from '../auth-user';
import { FreshCredentials } from '../refresh/fresh-credentials';
import { AnswerReader } from '../sign-in/answer-reader';
import { SessionStore } from '../state/session-store';
import { subjectOf } from '../state/subject-of';
import { compareStored } from '../state/transition';

/** Asks the backend who is signed in, with credentials that are refreshed if need be. */
@Injectable({ providedIn: 'root' })
export class StatusCheck {
  readonly #backend = inject(AUTH_CONFIG).backend;
  readonly #api = inject(AuthApi);
  readonly #store = inject(SessionStore);
  readonly #answers = inject(AnswerReader);
  readonly #credentials = inject(FreshCredentials);
  readonly #window = inject(BROWSER_WINDOW);

  /**
   * The user; null without a session. Fails with `session_expired` if the backend ended one.
   * @param mayEnd Whether a refusal ends the session, or has it refreshed.
   */
  run(mayEnd = true): Observable<AuthUser | null> {
    return defer(() => {
      const status = this.#store.status();
      // A server cannot ask in the visitor's name.
      if (!this.#window || status === 'anonymous') return of(null);
      return this.#credentials.whenFresh().pipe(
        concatMap(() => this.#ask(mayEnd)),
        this.#store.untilSignOut(),
        catchError((error: AuthError) => {
          // If nobody was known to be signed in, a no is an answer and not an error.
          if (status === 'pending' && error.code === 'session_expired') return of(null);
          throw error;
        }),
      );
    });
  }

  #ask(mayEnd = true, isRepeated = false): Observable<AuthUser | null> {
    // A refresh has proven the session if the backend has no endpoint to name the user.
    if (!this.#backend.endpoints.status && this.#store.isRefreshable()) {
      if (this.#store.status() === 'authenticated') return of(this.#store.user());
    }
    const lease = this.#store.lease();
    const isExpired = this.#store.hasExpired();
    return this.#api.call('status', null, this.#store.tokens()).pipe(
      concatMap((response) => {
        const user = this.#answers.user(response, this.#store.tokens());
        const subject = this.#store.tokens() ? null : subjectOf(null, user);
        const { session, signedOut } = this.#store.read();
        // Another tab signed out, and its news is still on the way.
        if (signedOut !== null) this.#store.follow();
        const isNews = session && compareStored(this.#store.session(), session) === 'other';
        const fresh = isNews ? session : { ...this.#store.create(null), version: 0 };
        const isNoted = session !== null;
        const type = 'confirmed';
        if (!this.#store.dispatch({ type, lease, user, subject, fresh, isExpired, isNoted })) {
          throw new AuthError('session_expired');
        }
        return of(user);
      }),
      catchError((error: AuthError) => {
        if (error.code !== 'session_expired' || !mayEnd) throw error;
        // What was found since may have expired on the way, too: then it is refreshed once.
        const again = isRepeated
          ? null
          : (isRefreshed: boolean) => this.#ask(true, isRefreshed && lease.id !== null);
        return this.#credentials.recover({ error, lease, again });
      }),
    );
  }
}
