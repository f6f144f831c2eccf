import { inject, Injectable } from '@angular/core';
import { Router, UrlTree } from '@angular/router';
import { AUTH_CONFIG } from '../config/resolved-config';
import { isValidReturnUrl } from './is-valid-return-url';

/** The query parameter that carries the URL a visitor wanted. */
const PARAMETER = 'returnUrl';

/** Builds the way to the login page and back. */
@Injectable({ providedIn: 'root' })
export class ReturnUrl {
  private readonly router = inject(Router);
  private readonly config = inject(AUTH_CONFIG);

  /** The login page, which remembers the wanted URL. */
  loginTree(wantedUrl: string): UrlTree {
    const tree = this.router.parseUrl(this.config.loginUrl);
    if (isValidReturnUrl(wantedUrl, this.config.loginUrl)) {
      tree.queryParams = { ...tree.queryParams, [PARAMETER]: wantedUrl };
    }
    return tree;
  }

  /** Where to go after sign-in from the login page at this URL. */
  targetTree(loginPageUrl: string): UrlTree {
    const wanted: unknown = this.router.parseUrl(loginPageUrl).queryParams[PARAMETER];
    return isValidReturnUrl(wanted, this.config.loginUrl)
      ? this.router.parseUrl(wanted)
      : this.homeTree();
  }

  /** Where to go when no other page is wanted. */
  homeTree(): UrlTree {
    return this.router.parseUrl(this.config.homeUrl);
  }

  /** Whether the URL is the login page's own. */
  isLoginPage(url: string): boolean {
    const path = (of: string) => of.split(/[?#;]/, 1)[0];
    return path(url) === path(this.config.loginUrl);
  }
}
