import { APP_ID, inject, InjectionToken } from '@angular/core';

/** Gives out the ids that tie labels and messages to fields, unique in the page. */
export const NEXT_FORM_ID = new InjectionToken<() => string>(
  typeof ngDevMode === 'undefined' || ngDevMode ? 'ngx-auth-kit form ids' : '',
  {
    providedIn: 'root',
    factory: () => {
      const app = inject(APP_ID);
      let count = 0;
      return () => `auth-${app}-${++count}`;
    },
  },
);
