import { inject, Injectable } from '@angular/core';
import { GuardResult } from '@angular/router';
import { Observable } from 'rxjs';
import { GuardedRoute, GuardedUrl, PageGuard } from './page-guard';

/**
 * Keeps signed-in users off the login and register pages: they go to a valid `returnUrl`, else to
 * `homeUrl`. Fits `canActivate`, `canActivateChild` and `canMatch`.
 *
 * ```ts
 * { path: 'login', component: LoginComponent, canActivate: [loginRedirect] }
 * ```
 */
export function loginRedirect(
  _route: GuardedRoute,
  url: GuardedUrl,
): GuardResult | Observable<GuardResult> {
  return inject(PageGuard).requireNoSession(url);
}

/** The class form of {@link loginRedirect}, for `canActivate: [LoginRedirect]`. */
@Injectable({ providedIn: 'root' })
export class LoginRedirect {
  private readonly guard = inject(PageGuard);

  readonly canActivate = (_route: GuardedRoute, url: GuardedUrl) =>
    this.guard.requireNoSession(url);
  readonly canActivateChild = this.canActivate;
  readonly canMatch = this.canActivate;
}
