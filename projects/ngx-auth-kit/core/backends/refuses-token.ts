import { HttpErrorResponse } from '@angular/common/http';
import { AuthBackend } from './auth-backend';

/** Whether an error answer means that the token is no longer accepted. */
export function refusesToken(response: HttpErrorResponse, backend: AuthBackend): boolean {
  const usual = response.status === 401;
  try {
    return backend.refusesToken?.(response) ?? usual;
  } catch {
    // A rule that fails on an odd body says nothing about it; the request's own error is what counts.
    return usual;
  }
}
