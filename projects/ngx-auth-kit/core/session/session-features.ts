import { InjectionToken } from '@angular/core';

/** Whether `withStatusCheck()` is there. */
export const STATUS_CHECK = new InjectionToken('ngx-auth-kit checks the status at start', {
  providedIn: 'root',
  factory: () => false,
});
