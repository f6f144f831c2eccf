import { EnvironmentInjector, inject, Injectable, runInInjectionContext } from '@angular/core';
import { GuardResult } from '@angular/router';
import { Observable } from 'rxjs';
import { whenConfigured } from '../config/when-configured';
import { GuardedRoute, GuardedUrl } from './guarded-url';
import { PageGuard } from './page-guard';

/**
 * A guard that lets signed-in users pass, and sends all others to `loginUrl` with the wanted URL as
 * `returnUrl`. Use it in `canActivate`, `canActivateChild` and `canMatch`. While the status is
 * `pending`, it waits for the backend, at most `requestTimeout`.
 *
 * ```ts
 * { path: 'account', component: AccountPage, canActivate: [ensureAuthenticated] }
 * ```
 */
export function ensureAuthenticated(
  route: GuardedRoute,
  url: GuardedUrl,
): GuardResult | Observable<GuardResult> {
  return whenConfigured(() => inject(PageGuard).requireSession(route, url));
}

/** The class form of {@link ensureAuthenticated}, for `canActivate: [EnsureAuthenticated]`. */
@Injectable({ providedIn: 'root' })
export class EnsureAuthenticated {
  readonly #injector = inject(EnvironmentInjector);

  /** Works like {@link ensureAuthenticated}. */
  readonly canActivate = (route: GuardedRoute, url: GuardedUrl) =>
    runInInjectionContext(this.#injector, () => ensureAuthenticated(route, url));
  /** Works like {@link ensureAuthenticated}. */
  readonly canActivateChild = this.canActivate;
  /** Works like {@link ensureAuthenticated}. */
  readonly canMatch = this.canActivate;
}
