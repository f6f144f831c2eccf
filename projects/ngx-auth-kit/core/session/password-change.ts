import { HttpErrorResponse } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { catchError, concatMap, defer, map, Observable, throwError } from 'rxjs';
import { AUTH_CONFIG } from '../config/resolved-config';
import { AuthError } from '../errors/auth-error';
import { AuthApi } from '../http/auth-api';
import { SessionRenewal } from './session-renewal';
import { SessionStore } from './session-store';
import { StatusCheck } from './status-check';

/** Sets a new password, renewing the session first or once on the way if need be. */
@Injectable({ providedIn: 'root' })
export class PasswordChange {
  readonly #hasStatus = !!inject(AUTH_CONFIG).backend.endpoints.status;
  readonly #api = inject(AuthApi);
  readonly #store = inject(SessionStore);
  readonly #statusCheck = inject(StatusCheck);
  readonly #renewal = inject(SessionRenewal, { optional: true });

  run(details: unknown): Observable<void> {
    return defer(() => {
      const { epoch } = this.#store;
      return this.#statusCheck.ready().pipe(concatMap(() => this.#send(details, epoch)));
    });
  }

  #send(details: unknown, epoch: number, again = true): Observable<void> {
    // Never with the token of whoever signed in meanwhile.
    this.#store.assertCurrent(epoch);
    const { version } = this.#store;
    return this.#api.call('changePassword', details, this.#store.tokens()).pipe(
      map(() => undefined),
      catchError((refusal: AuthError) => {
        const { code, cause } = refusal;
        const isClear = code === 'session_expired';
        // It may be about the token as well as about the current password.
        const isUnclear = cause instanceof HttpErrorResponse && cause.status === 401;
        if (!isClear && !isUnclear) throw refusal;
        // Where the token is good, that leaves the password.
        const wrong = isClear ? new AuthError('invalid_credentials', { cause }) : refusal;
        if (!again) throw wrong;
        return this.#prove(version).pipe(
          catchError((error: AuthError) => {
            const isAnswer = isClear && error.code !== 'not_supported';
            if (error.code === 'session_expired' || isAnswer) throw error;
            // Nobody else to ask, and the backend's own rule is clear.
            if (isClear && version === this.#store.version) this.#store.end('refused');
            throw refusal;
          }),
          concatMap(() => {
            if (version === this.#store.version) throw wrong;
            return this.#send(details, epoch, false);
          }),
        );
      }),
    );
  }

  /** Was it the password or the token? The status tells, and ends or renews the session if need be. */
  #prove(version: number): Observable<unknown> {
    if (this.#hasStatus) return this.#statusCheck.run();
    return this.#renewal?.helps(version)
      ? this.#renewal.renew(version)
      : throwError(() => new AuthError('not_supported'));
  }
}
