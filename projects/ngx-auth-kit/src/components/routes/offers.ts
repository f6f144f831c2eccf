import { inject } from '@angular/core';
import { AuthEndpointName } from '../../backends/auth-backend';
import { AUTH_CONFIG } from '../../config/resolved-config';

/** Whether the backend has the endpoint. */
export function offers(endpoint: AuthEndpointName): boolean {
  return !!inject(AUTH_CONFIG).backend.endpoints[endpoint];
}
