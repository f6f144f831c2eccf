import { InjectionToken } from '@angular/core';

/** Whether the app lets users choose at login whether the session outlives the tab. */
export const REMEMBERS = new InjectionToken<boolean>('ngx-auth-kit remember me', {
  providedIn: 'root',
  factory: () => false,
});
