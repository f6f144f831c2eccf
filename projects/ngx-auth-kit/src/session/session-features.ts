import { InjectionToken } from '@angular/core';

/** Whether `withTokenRefresh()` is there. */
export const RENEWS_SESSIONS = new InjectionToken('ngx-auth-kit renews sessions', {
  providedIn: 'root',
  factory: () => false,
});

/** Whether `withStatusCheck()` is there. */
export const STATUS_CHECK = new InjectionToken('ngx-auth-kit checks the status at start', {
  providedIn: 'root',
  factory: () => false,
});
