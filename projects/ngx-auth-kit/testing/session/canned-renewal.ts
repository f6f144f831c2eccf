import { inject, Injectable } from '@angular/core';
import { catchError, defer, map, Observable, of, throwError } from 'rxjs';
import { AuthError, ɵSessionRenewal, ɵSessionStore } from 'ngx-auth-kit/core';
import { bodyOf } from './auth-answer';
import { CannedApi } from './canned-api';

/** Renews when the app asks for it, never by itself: no timer, no lock, no second try. */
@Injectable()
export class CannedRenewal extends ɵSessionRenewal {
  private readonly api = inject(CannedApi);
  private readonly store = inject(ɵSessionStore);

  override renew(version: number): Observable<void> {
    return defer(() => {
      // The question who is signed in comes here first, and goes on to wait for the test's answer.
      if (this.store.status() === 'pending') return of(undefined);
      if (this.store.status() === 'anonymous') return sessionExpired();
      return this.api.call('refresh', null, this.store.tokens()).pipe(
        map((response) => {
          if (this.store.version !== version) throw new AuthError('session_expired');
          this.store.renew(bodyOf(response).tokens);
        }),
        catchError((error: AuthError) => {
          const refused = error.code === 'session_expired' && this.store.version === version;
          if (refused) this.store.end('refused');
          return throwError(() => error);
        }),
      );
    });
  }

  override helps(): boolean {
    return false;
  }

  override ready(): Observable<void> {
    return this.store.hasExpired() ? this.renew(this.store.version) : of(undefined);
  }

  override repeat({ error }: { readonly error: unknown }): never {
    // Nothing is ever tried again.
    throw error;
  }
}

function sessionExpired(): Observable<never> {
  return throwError(() => new AuthError('session_expired'));
}
