import { inject, Injectable } from '@angular/core';
import { Router, UrlTree } from '@angular/router';
import { AUTH_CONFIG } from '../config/resolved-config';
import { elseHome } from './else-home';
import { isValidReturnUrl } from './is-valid-return-url';
import { RETURN_URL } from './login-page';

/** Computes where to go after sign-in. */
@Injectable({ providedIn: 'root' })
export class ReturnUrl {
  readonly #router = inject(Router);
  readonly #config = inject(AUTH_CONFIG);

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
