import { Observable } from 'rxjs';

/** What `withTokenRefresh()` provides. An app without it has none, and ships none of its code. */
export abstract class SessionRenewal {
  /**
   * Renews the session; however many ask, in however many tabs, one call is made. Emits and
   * completes once the session is newer than the version, at once if it is already.
   */
  abstract renew(version: number): Observable<void>;

  /** Whether a 401 to proof of this version calls for a renewal. */
  abstract helps(version: number): boolean;

  /** Notes that the backend refused proof that had just been renewed: renewing again will not help. */
  abstract noteRefusedFresh(version: number): void;
}
