import { InjectionToken } from '@angular/core';
import { AuthBackend } from '../backends/auth-backend';
import { SessionTokens } from './session-tokens';

/** Whether the means are there to renew a session with these tokens: what `withTokenRefresh()` says. */
export type CanRenew = (tokens: SessionTokens | null, backend: AuthBackend) => boolean;

/** Without `withTokenRefresh()` there never are. */
export const CAN_RENEW = new InjectionToken<CanRenew>('ngx-auth-kit can renew', {
  providedIn: 'root',
  factory: () => () => false,
});

/** Whether `withStatusCheck()` is there. */
export const STATUS_CHECK = new InjectionToken('ngx-auth-kit checks the status at start', {
  providedIn: 'root',
  factory: () => false,
});
