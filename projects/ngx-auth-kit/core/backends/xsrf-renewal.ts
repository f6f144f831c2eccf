import { Type } from '@angular/core';
import { XsrfRenewal } from '../http/xsrf-renewal';

/**
 * The value for `AuthXsrf.renewal`. Fetches the XSRF cookie of a cookie session if it is missing,
 * and once more if the backend refuses its value.
 *
 * ```ts
 * const xsrf: AuthXsrf = {
 *   cookie: 'XSRF-TOKEN',
 *   header: 'X-XSRF-TOKEN',
 *   path: '/csrf',
 *   renewal: xsrfRenewal,
 * };
 * ```
 */
export const xsrfRenewal: Type<object> = XsrfRenewal;
