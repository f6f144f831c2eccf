import { inject, Injectable } from '@angular/core';
import { catchError, map, Observable, of } from 'rxjs';
import { AUTH_CONFIG } from '../config/resolved-config';
import { AuthError } from '../errors/auth-error';
import { injectDevMessages } from '../errors/dev-messages';
import { AuthApi } from '../http/auth-api';
import { SessionEnd, SessionStore } from './session-store';
import { SessionTokens } from './session-tokens';

/** Angular's own: production builds replace it by `false`. */
declare const ngDevMode: boolean | undefined;

/** Ends the session here at once and then at the backend. */
@Injectable({ providedIn: 'root' })
export class SignOut {
  readonly #backend = inject(AUTH_CONFIG).backend;
  readonly #api = inject(AuthApi);
  readonly #store = inject(SessionStore);
  readonly #messages = injectDevMessages();

  /** Completes whatever the backend answers; its call goes on when the subscriber leaves. */
  run(reason: SessionEnd): Observable<void> {
    return new Observable((subscriber) => {
      const tokens = this.#store.tokens();
      const tell = this.#store.status() !== 'anonymous' && !!this.#backend.endpoints.logout;
      this.#store.end(reason);
      // Not tied to the subscriber: the call goes on without it.
      (tell ? this.#tellBackend(tokens) : of(undefined)).subscribe({
        next: () => subscriber.next(),
        complete: () => subscriber.complete(),
      });
    });
  }

  /** The session is over here in any case, so a failure is not the user's: the token lives on until it expires. */
  #tellBackend(tokens: SessionTokens | null): Observable<void> {
    return this.#api.call('logout', null, tokens).pipe(
      map(() => undefined),
      catchError((error: AuthError) => {
        if (typeof ngDevMode === 'undefined' || ngDevMode) {
          this.#messages.warnOnce(
            `logout ${error.code}`,
            `signed out here, but the backend's logout failed (${error.code}).`,
          );
        }
        return of(undefined);
      }),
    );
  }
}
