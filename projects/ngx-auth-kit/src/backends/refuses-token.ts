import { HttpErrorResponse } from '@angular/common/http';
import { AuthBackend } from './auth-backend';

/** Whether an error answer means that the token is no longer accepted. */
export function refusesToken(response: HttpErrorResponse, backend: AuthBackend): boolean {
  return backend.refusesToken?.(response) ?? response.status === 401;
}
