import { inject } from '@angular/core';
import { GuardResult } from '@angular/router';
import { Observable } from 'rxjs';
import { AuthUser } from '../session/auth-user';
import { GuardedRoute, GuardedUrl, PageGuard } from './page-guard';

/**
 * A guard for roles: lets the users pass whom the predicate accepts. Visitors without a session go
 * to the login page, other users to `redirectTo`. Where the user is not known yet, it asks the
 * backend. It hides pages; what a user may do is for the backend to enforce.
 *
 * ```ts
 * { path: 'admin', component: AdminPage, canActivate: [ensureUser((user) => user['admin'] === true)] }
 * ```
 * @param redirectTo A route of this app. Default: `homeUrl`.
 */
export function ensureUser<User extends AuthUser = AuthUser>(
  accepts: (user: User) => boolean,
  redirectTo?: string,
): (route: GuardedRoute, url: GuardedUrl) => Observable<GuardResult> {
  return (route, url) =>
    inject(PageGuard).requireUser(route, url, accepts as (user: AuthUser) => boolean, redirectTo);
}
