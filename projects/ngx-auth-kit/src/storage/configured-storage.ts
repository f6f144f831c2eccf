import { inject, InjectionToken } from '@angular/core';
import { BROWSER_WINDOW } from '../config/browser-window';
import { AUTH_CONFIG } from '../config/resolved-config';
import { AuthStorage } from './auth-storage';
import { MemoryStorage } from './memory-storage';
import { ResilientStorage } from './resilient-storage';
import { WebStorage } from './web-storage';

/** The storage that the configuration asks for. Only `StoredSession` talks to it. */
export const CONFIGURED_STORAGE = new InjectionToken<AuthStorage>('ngx-auth-kit storage', {
  providedIn: 'root',
  factory: () => {
    const { storage } = inject(AUTH_CONFIG);
    const window = inject(BROWSER_WINDOW);
    // On a server there is one memory for each request, never one for all.
    if (storage === 'memory' || (typeof storage === 'string' && !window))
      return new MemoryStorage();
    return new ResilientStorage(
      typeof storage === 'object'
        ? storage
        : new WebStorage(window!, storage === 'local' ? 'localStorage' : 'sessionStorage'),
      (message) => console.warn(message),
    );
  },
});
