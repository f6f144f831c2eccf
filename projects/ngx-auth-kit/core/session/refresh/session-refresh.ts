import { InjectionToken } from '@angular/core';
import { Observable } from 'rxjs';
import { Lease, Session } from '../state/session-state';
import { SessionTokens } from '../state/session-tokens';

/** Tells if a session can be refreshed. Provided by `withTokenRefresh()`. */
export const CAN_REFRESH = new InjectionToken<(session: Session | null) => boolean>(
  typeof ngDevMode === 'undefined' || ngDevMode ? 'ngx-auth-kit refreshable sessions' : '',
);

/** The part that `withTokenRefresh()` provides. Other apps do not ship its code. */
export abstract class SessionRefresh {
  /**
   * Refreshes the session; however many ask, in however many tabs, one call is made. Emits and
   * completes once the session is newer than the lease, at once if it is already: true if its
   * credentials have just been granted, false if another tab may have had them for a while.
   */
  abstract refresh(lease: Lease): Observable<boolean>;

  /** Tells if a refresh may help after the credentials of this lease were refused. */
  abstract mayHelp(lease: Lease): boolean;

  /** New tokens of a session that has ended here, to sign it out at the backend; null with cookies. */
  abstract ofEnded(tokens: SessionTokens | null): Observable<SessionTokens | null>;

  /** Runs a task while no tab refreshes. */
  abstract whileNoneRefreshes<T>(task: Observable<T>): Observable<T>;

  /** Notes that credentials were refused which had just been granted. */
  abstract noteRefused(lease: Lease): void;
}
