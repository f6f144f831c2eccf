import { inject } from '@angular/core';
import { GuardResult, Router } from '@angular/router';
import { map, Observable, of } from 'rxjs';
import { AUTH_CONFIG } from '../config/resolved-config';
import { whenConfigured } from '../config/when-configured';
import { injectDevMessages } from '../errors/dev-messages';
import { AuthUser } from '../session/auth-user';
import { SessionQuestion } from '../session/check/session-question';
import { explainRedirect } from './explain-redirect';
import { GuardedRoute, GuardedUrl } from './guarded-url';
import { knownUser } from './known-user';
import { PageGuard } from './page-guard';
import { RedirectChain, RedirectOption } from './redirect-chain';

/**
 * A guard for roles. Users for whom the predicate returns true pass. Visitors without a session go
 * to the login page, and other users go to `redirectTo`. If the user is not known yet, the backend
 * is asked. The guard only hides pages: your backend must refuse what a user may not do.
 *
 * ```ts
 * { path: 'admin', component: AdminPage, canActivate: [ensureUser((user) => user['admin'] === true)] }
 * ```
 * @param accepts Gets the user and the route, whose `data` can say what the page needs. The route
 * is a snapshot. In `canMatch`, it is the `Route` itself.
 * @param redirectTo A route of this app. Default: `homeUrl`.
 */
export function ensureUser<User extends object = AuthUser>(
  accepts: (user: User, route: GuardedRoute) => boolean,
  redirectTo?: string,
): (route: GuardedRoute, url: GuardedUrl) => Observable<GuardResult> {
  const decide = (route: GuardedRoute, url: GuardedUrl): Observable<GuardResult> => {
    const guard = inject(PageGuard);
    const blank = guard.blankOnServer();
    if (blank) return of(blank);
    const router = inject(Router);
    const session = inject(SessionQuestion);
    const messages = injectDevMessages();
    const chain = inject(RedirectChain);
    const { homeUrl } = inject(AUTH_CONFIG);
    const option: RedirectOption =
      redirectTo === undefined ? ['homeUrl', homeUrl] : ['ensureUser redirectTo', redirectTo];
    const target = router.parseUrl(option[1]);
    const wanted = guard.note(route, url);
    return knownUser().pipe(
      map((user) => {
        if (session.isAuthenticated(false) !== true) return guard.toLogin(wanted, url);
        if (user !== null && accepts(user as User, route)) return true;
        const isThere = router.serializeUrl(target) === wanted;
        if ((typeof ngDevMode === 'undefined' || ngDevMode) && !isThere)
          explainRedirect(messages, wanted, redirectTo ?? 'homeUrl', 'ensureUser refused the user');
        return chain.lead(target, option, url, isThere);
      }),
    );
  };
  return (route, url) => whenConfigured(() => decide(route, url));
}
