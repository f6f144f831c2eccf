import { inject, Injectable } from '@angular/core';
import { catchError, defer, map, Observable, of, throwError } from 'rxjs';
import { AuthError, ɵLease, ɵSessionRefresh, ɵSessionStore } from 'ngx-auth-kit/core';
import { bodyOf } from './auth-answer';
import { CannedApi } from './canned-api';

/** Refreshes when the app asks for it, never by itself: no timer, no lock, no second try. */
@Injectable()
export class CannedRefresh extends ɵSessionRefresh {
  private readonly api = inject(CannedApi);
  private readonly store = inject(ɵSessionStore);

  override refresh(lease: ɵLease): Observable<boolean> {
    return defer(() => {
      const session = this.store.session();
      // The question who is signed in comes here first, and goes on to wait for the test's answer.
      if (this.store.status() === 'pending') return of(false);
      if (!session) return sessionExpired();
      return this.api.call('refresh', null, session.tokens).pipe(
        map((response) => {
          const { tokens } = bodyOf(response);
          const next = { ...session, version: session.version + 1, tokens };
          const event = { type: 'refreshed', lease, session: next, fresh: session.id } as const;
          if (!this.store.dispatch(event)) throw new AuthError('session_expired');
          return true;
        }),
        catchError((error: AuthError) => {
          if (error.code === 'session_expired') this.store.end(lease);
          return throwError(() => error);
        }),
      );
    });
  }

  override mayHelp(): boolean {
    return false;
  }

  override ofEnded(): Observable<null> {
    return of(null);
  }

  override noteRefused(): void {
    // Nothing is ever tried again.
  }

  override whileNoneRefreshes<T>(task: Observable<T>): Observable<T> {
    return task;
  }
}

function sessionExpired(): Observable<never> {
  return throwError(() => new AuthError('session_expired'));
}
