import { inject, Injectable } from '@angular/core';
import { catchError, concatMap, defer, Observable, of, throwError } from 'rxjs';
import { AuthError } from '../../errors/auth-error';
import { Lease } from '../state/session-state';
import { SessionStore } from '../state/session-store';
import { SessionRefresh } from './session-refresh';

/** An operation whose credentials the backend refused. */
export interface Refusal<T> {
  readonly error: unknown;
  /** From before it was sent. */
  readonly lease: Lease;
  /**
   * Sends it once more, told whether its credentials have just been granted; null if that has been
   * done.
   */
  readonly again: ((isRefreshed: boolean) => Observable<T>) | null;
  /** Waits until it is known who is signed in; absent for the check that finds it out. */
  readonly known?: () => Observable<unknown>;
}

/**
 * Keeps what is sent with the session's credentials going: refreshes them first if they are due, and
 * once on the way if they are refused. App requests, the status check and the password change all
 * come here.
 */
@Injectable({ providedIn: 'root' })
export class FreshCredentials {
  readonly #store = inject(SessionStore);
  readonly #refresh = inject(SessionRefresh, { optional: true });

  /** Emits once the credentials are worth sending. */
  whenFresh(): Observable<unknown> {
    return defer(() =>
      this.#refresh && this.#store.isDue()
        ? this.#refresh.refresh(this.#store.lease())
        : of(undefined),
    );
  }

  /** Refused: refresh once, send again, else end the session. Fails with the operation's own error. */
  recover<T>({ error, lease, again, known }: Refusal<T>): Observable<T> {
    const fail = () => throwError(() => error);
    const resend = (isRefreshed = false) =>
      again && this.#store.judge(lease) === 'newer' ? again(isRefreshed) : fail();
    const judgement = this.#store.judge(lease);
    if (judgement === 'stale') return fail();
    if (judgement === 'newer') return resend();
    // The check under way tells whether the session is over; this answer alone does not.
    if (judgement === 'unknown' && known) return known().pipe(concatMap(() => resend()));
    if (this.#refresh && this.#store.isRefreshable()) {
      if (!again) this.#refresh.noteRefused(lease);
      if (again && (!known || this.#refresh.mayHelp(lease))) {
        return this.#refresh.refresh(lease).pipe(
          // A check must tell a refusal from a refresh that got no answer.
          catchError((failure: unknown) => throwError(() => (known ? error : failure))),
          concatMap(resend),
        );
      }
      // A resource may refuse everybody; the status endpoint refuses nobody whose session is good.
      if (known) return fail();
      // Sent twice, and expired on the way to a slow backend: that says nothing about the session.
      if (this.#store.isDue()) return throwError(() => new AuthError('timeout'));
    }
    this.#store.end(lease);
    return this.#store.judge(lease) === 'newer' ? resend() : fail();
  }
}
