import { HttpRequest } from '@angular/common/http';
import { Observable } from 'rxjs';

/** A request whose proof of the session was refused. */
export interface RefusedRequest {
  readonly request: HttpRequest<unknown>;
  /** Of the session, when it was sent. */
  readonly version: number;
  /** Whether it was its second try, with proof that had just been renewed. */
  readonly isRepeated: boolean;
  readonly error: unknown;
}

/** What `withTokenRefresh()` provides. An app without it has none, and ships none of its code. */
export abstract class SessionRenewal {
  /**
   * Renews the session; however many ask, in however many tabs, one call is made. Emits and
   * completes once the session is newer than the version, at once if it is already.
   */
  abstract renew(version: number): Observable<void>;

  /** Whether a 401 to proof of this version calls for a renewal. */
  abstract helps(version: number): boolean;

  /** Renews a session whose token has expired, or is not there yet because a cookie buys it. */
  abstract ready(): Observable<void>;

  /** Renews and sends the request once more, where that may help; else fails with its own error. */
  abstract repeat<T>(refused: RefusedRequest, send: () => Observable<T>): Observable<T>;
}
