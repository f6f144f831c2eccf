import { InjectionToken } from '@angular/core';

/** Provided by `withStatusCheck()`. */
export const STATUS_CHECK = new InjectionToken<true>('ngx-auth-kit status check');
