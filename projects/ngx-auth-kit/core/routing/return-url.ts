import { inject, Injectable } from '@angular/core';
import { Router, UrlTree } from '@angular/router';
import { AUTH_CONFIG } from '../config/resolved-config';
import { isValidReturnUrl } from './is-valid-return-url';
import { RETURN_URL } from './login-page';

/** Knows the way on from the login page. */
@Injectable({ providedIn: 'root' })
export class ReturnUrl {
  readonly #router = inject(Router);
  readonly #config = inject(AUTH_CONFIG);

  /** Where to go after sign-in from the login page at this URL. */
  targetTree(loginPageUrl: string): UrlTree {
    const wanted: unknown = this.#router.parseUrl(loginPageUrl).queryParams[RETURN_URL];
    const { loginUrl, homeUrl } = this.#config;
    return this.#router.parseUrl(isValidReturnUrl(wanted, loginUrl) ? wanted : homeUrl);
  }
}
