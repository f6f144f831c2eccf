import { inject, Injectable, NgZone } from '@angular/core';
import { Router, UrlTree } from '@angular/router';
import { filter, take } from 'rxjs';
import { AUTH_CONFIG } from '../config/resolved-config';
import { AuthEvent } from '../session/auth-event';
import { SessionStore } from '../session/state/session-store';
import { elseHome } from './else-home';
import { isValidReturnUrl } from './is-valid-return-url';
import { LoginPage, RETURN_URL } from './login-page';

/** Computes where to go after sign-in. */
@Injectable({ providedIn: 'root' })
export class ReturnUrl {
  readonly #router = inject(Router);
  readonly #config = inject(AUTH_CONFIG);
  readonly #loginPage = inject(LoginPage);
  readonly #store = inject(SessionStore);
  readonly #zone = inject(NgZone);

  /** Leaves the login page if the server, which could not be reached, says that the user is signed in. */
  followOnceKnown(): void {
    if (this.#store.status() !== 'pending') return;
    const isRestored = ({ type }: AuthEvent) => type === 'restored';
    this.#store.events.pipe(filter(isRestored), take(1)).subscribe(() => {
      const { url } = this.#router;
      // A guard that knows the wanted page may be on its way there.
      if (!this.#loginPage.isAt(url) || this.#router.currentNavigation()) return;
      this.#zone.run(() => void this.#router.navigateByUrl(this.targetTree(url)));
    });
  }

  /**
   * Where to go after sign-in from the login page at this URL. If no route matches the return URL,
   * the navigation to it ends at `homeUrl`.
   */
  targetTree(loginPageUrl: string): UrlTree {
    const wanted: unknown = this.#router.parseUrl(loginPageUrl).queryParams[RETURN_URL];
    const { loginUrl, homeUrl } = this.#config;
    const home = this.#router.parseUrl(homeUrl);
    if (!isValidReturnUrl(wanted, loginUrl)) return home;
    const target = this.#router.parseUrl(wanted);
    elseHome(this.#router, target, home);
    return target;
  }
}
