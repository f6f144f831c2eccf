import { EnvironmentInjector, inject, Injectable, runInInjectionContext } from '@angular/core';
import { GuardResult, Router } from '@angular/router';
import { Observable } from 'rxjs';
import { BROWSER_WINDOW } from '../config/browser-window';
import { AUTH_CONFIG } from '../config/resolved-config';
import { whenConfigured } from '../config/when-configured';
import { SessionQuestion } from '../session/check/session-question';
import { GuardedRoute, GuardedUrl, wantedUrl } from './guarded-url';
import { whenKnown } from './page-guard';
import { RedirectChain } from './redirect-chain';
import { ReturnUrl } from './return-url';

/**
 * A guard for the login and register pages. It sends signed-in users to a valid `returnUrl`, or to
 * `homeUrl`. Use it in `canActivate`, `canActivateChild` and `canMatch`.
 *
 * ```ts
 * { path: 'login', component: LoginComponent, canActivate: [loginRedirect] }
 * ```
 */
export function loginRedirect(
  _route: GuardedRoute,
  url: GuardedUrl,
): GuardResult | Observable<GuardResult> {
  return whenConfigured(() => decide(url));
}

function decide(url: GuardedUrl): GuardResult | Observable<GuardResult> {
  if (!inject(BROWSER_WINDOW)) return true;
  const router = inject(Router);
  const returnUrl = inject(ReturnUrl);
  const chain = inject(RedirectChain);
  const { homeUrl } = inject(AUTH_CONFIG);
  const wanted = wantedUrl(url, router);
  // A visitor who comes here because a dead backend did not answer does not wait for it twice.
  return whenKnown(inject(SessionQuestion).isAuthenticated(false), (authenticated) => {
    if (!authenticated) {
      returnUrl.followOnceKnown();
      return true;
    }
    // A return URL that leads back here may hold another one, and that another.
    const target = chain.isUnderWay ? router.parseUrl(homeUrl) : returnUrl.targetTree(wanted);
    // A page that would lead to itself is shown.
    if (router.serializeUrl(target) === wanted) return true;
    return chain.lead(target, ['homeUrl', homeUrl], url, false);
  });
}

/** The class form of {@link loginRedirect}, for `canActivate: [LoginRedirect]`. */
@Injectable({ providedIn: 'root' })
export class LoginRedirect {
  readonly #injector = inject(EnvironmentInjector);

  /** Works like {@link loginRedirect}. */
  readonly canActivate = (route: GuardedRoute, url: GuardedUrl) =>
    runInInjectionContext(this.#injector, () => loginRedirect(route, url));
  /** Works like {@link loginRedirect}. */
  readonly canActivateChild = this.canActivate;
  /** Works like {@link loginRedirect}. */
  readonly canMatch = this.canActivate;
}
