import { HttpErrorResponse } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { catchError, concatMap, defer, map, Observable, throwError } from 'rxjs';
import { AUTH_CONFIG } from '../../config/resolved-config';
import { AuthError } from '../../errors/auth-error';
import { AuthApi } from '../../http/auth-api';
import { StatusCheck } from '../check/status-check';
import { FreshCredentials } from '../refresh/fresh-credentials';
import { Lease } from '../state/session-state';
import { SessionStore } from '../state/session-store';

/** Sets a new password, with credentials that are refreshed if need be. */
@Injectable({ providedIn: 'root' })
export class PasswordChange {
  readonly #hasStatus = !!inject(AUTH_CONFIG).backend.endpoints.status;
  readonly #api = inject(AuthApi);
  readonly #store = inject(SessionStore);
  readonly #statusCheck = inject(StatusCheck);
  readonly #credentials = inject(FreshCredentials);

  run(details: unknown): Observable<void> {
    return defer(() => {
      const first = this.#store.lease();
      return this.#credentials.whenFresh().pipe(concatMap(() => this.#send(details, first)));
    }).pipe(this.#store.untilSignOut());
  }

  #send(details: unknown, first: Lease, isRepeated = false): Observable<void> {
    // Never with the credentials of another user who signed in meanwhile.
    if (first.id !== null && this.#store.judge(first) === 'stale') {
      return throwError(() => new AuthError('session_expired'));
    }
    const lease = this.#store.lease();
    const again = isRepeated ? null : () => this.#send(details, first, true);
    return this.#api.call('changePassword', details, this.#store.tokens()).pipe(
      map(() => undefined),
      catchError((refusal: AuthError) => this.#explain(refusal, lease, again)),
    );
  }

  /** A refusal may be about the credentials or about the current password. */
  #explain(
    refusal: AuthError,
    lease: Lease,
    again: (() => Observable<void>) | null,
  ): Observable<void> {
    const { code, cause } = refusal;
    const isClear = code === 'session_expired';
    const isUnclear = cause instanceof HttpErrorResponse && cause.status === 401;
    if (!isClear && !isUnclear) throw refusal;
    // If the credentials are good, that leaves the password.
    const wrong = isClear ? new AuthError('invalid_credentials', { cause }) : refusal;
    if (!again) throw wrong;
    if (!this.#hasStatus) {
      // Nobody can be asked but the refresh endpoint; without that, only a clear refusal ends anything.
      if (!isClear && !this.#store.isRefreshable()) throw refusal;
      return this.#credentials.recover({ error: refusal, lease, again });
    }
    return this.#statusCheck.run().pipe(
      catchError((error: AuthError) =>
        throwError(() => (error.code === 'session_expired' || isClear ? error : refusal)),
      ),
      concatMap(() => {
        if (this.#store.judge(lease) !== 'newer') throw wrong;
        return again();
      }),
    );
  }
}
