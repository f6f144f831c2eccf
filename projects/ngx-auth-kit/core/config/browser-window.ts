import { DOCUMENT, isPlatformBrowser } from '@angular/common';
import { inject, InjectionToken, PLATFORM_ID } from '@angular/core';

/** The window, or null on a server: some servers bring a window, but none a visitor's storage. */
export const BROWSER_WINDOW = new InjectionToken<Window | null>(
  typeof ngDevMode === 'undefined' || ngDevMode ? 'ngx-auth-kit window' : '',
  {
    providedIn: 'root',
    factory: () => (isPlatformBrowser(inject(PLATFORM_ID)) ? inject(DOCUMENT).defaultView : null),
  },
);
