import { inject } from '@angular/core';
import { ɵAUTH_CONFIG as AUTH_CONFIG, AuthEndpointName } from 'ngx-auth-kit/core';

/** Whether the backend has the endpoint. */
export function offers(endpoint: AuthEndpointName): boolean {
  return !!inject(AUTH_CONFIG).backend.endpoints[endpoint];
}
