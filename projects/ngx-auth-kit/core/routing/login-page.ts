import { inject, Injectable } from '@angular/core';
import { Router, UrlTree } from '@angular/router';
import { AUTH_CONFIG } from '../config/resolved-config';

/** The query parameter that carries the URL a visitor wanted. */
export const RETURN_URL = 'returnUrl';

/** Knows the way to the login page. */
@Injectable({ providedIn: 'root' })
export class LoginPage {
  readonly #router = inject(Router);
  readonly #loginUrl = inject(AUTH_CONFIG).loginUrl;

  /**
   * The login page, which remembers the wanted URL. Whether that may be navigated to is judged when
   * it comes back: anybody can write a link to the login page.
   */
  treeFor(wantedUrl: string): UrlTree {
    const tree = this.#router.parseUrl(this.#loginUrl);
    tree.queryParams[RETURN_URL] = wantedUrl;
    return tree;
  }

  /** Whether the URL is the login page's own. */
  isAt(url: string): boolean {
    const path = (of: string) => of.split(/[?#;]/, 1)[0];
    return path(url) === path(this.#loginUrl);
  }
}
