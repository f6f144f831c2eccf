import { HttpContextToken } from '@angular/common/http';

/** Called by the interceptor for the requests of `AuthApi`, so that dev mode notices its absence. */
export const INTERCEPTOR_PROBE = new HttpContextToken<(() => void) | null>(() => null);
