import { inject, Type } from '@angular/core';
import { AUTH_CONFIG } from '../config/resolved-config';
import type { XsrfRenewal } from './xsrf-renewal';

/** The renewal that the backend has brought; null without one, and without a cookie session. */
export function injectXsrfRenewal(): XsrfRenewal | null {
  const { usesCookie, backend } = inject(AUTH_CONFIG);
  const renewal = backend.xsrf?.renewal as Type<XsrfRenewal> | undefined;
  return usesCookie && renewal ? inject(renewal) : null;
}
