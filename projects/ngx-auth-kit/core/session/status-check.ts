import { inject, Injectable } from '@angular/core';
import { catchError, concatMap, defer, map, Observable, of } from 'rxjs';
import { BROWSER_WINDOW } from '../config/browser-window';
import { AUTH_CONFIG } from '../config/resolved-config';
import { AuthError } from '../errors/auth-error';
import { AuthApi } from '../http/auth-api';
import { AuthUser } from './auth-user';
import { GrantReader } from './grant-reader';
import { SessionRenewal } from './session-renewal';
import { SessionStore } from './session-store';

/** Asks the backend who is signed in, renewing the session first or once on the way if need be. */
@Injectable({ providedIn: 'root' })
export class StatusCheck {
  readonly #hasEndpoint = !!inject(AUTH_CONFIG).backend.endpoints.status;
  readonly #api = inject(AuthApi);
  readonly #store = inject(SessionStore);
  readonly #grants = inject(GrantReader);
  readonly #renewal = inject(SessionRenewal, { optional: true });
  readonly #window = inject(BROWSER_WINDOW);

  /** The user; null without a session. Fails with `session_expired` where the backend ended one. */
  run(): Observable<AuthUser | null> {
    return defer(() => {
      this.#store.endIfExpired();
      const status = this.#store.status();
      // A server cannot ask in the visitor's name.
      if (!this.#window || status === 'anonymous') return of(null);
      return this.ready().pipe(
        concatMap(() => this.#ask()),
        catchError((error: AuthError) => {
          // Where nobody was known to be signed in, a no is an answer and not an error.
          if (status === 'pending' && error.code === 'session_expired') return of(null);
          throw error;
        }),
      );
    });
  }

  /** Renews the session first if need be. */
  ready(): Observable<void> {
    return this.#renewal?.ready() ?? of(undefined);
  }

  #ask(again = true): Observable<AuthUser | null> {
    // Renewing has proven the session where the backend has no endpoint to name the user.
    if (!this.#hasEndpoint && this.#renewal && this.#store.status() === 'authenticated') {
      return of(this.#store.user());
    }
    const { epoch, version } = this.#store;
    return this.#api.call('status', null, this.#store.tokens()).pipe(
      map((response) => this.#grants.confirm(response, epoch)),
      catchError((error: AuthError) => {
        if (error.code !== 'session_expired' || this.#store.epoch !== epoch) throw error;
        if (again && this.#renewal?.helps(version)) {
          return this.#renewal.renew(version).pipe(concatMap(() => this.#ask(false)));
        }
        if (this.#store.version === version) this.#store.end('refused');
        throw error;
      }),
    );
  }
}
