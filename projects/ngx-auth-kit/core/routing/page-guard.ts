import { inject, Injectable } from '@angular/core';
import { ActivatedRouteSnapshot, GuardResult, Router } from '@angular/router';
import { isObservable, map, Observable } from 'rxjs';
import { BROWSER_WINDOW } from '../config/browser-window';
import { AUTH_CONFIG } from '../config/resolved-config';
import { injectDevMessages } from '../errors/dev-messages';
import { SessionQuestion } from '../session/check/session-question';
import { toBlankPage } from './blank-page';
import { explainRedirect } from './explain-redirect';
import { GuardedPages } from './guarded-pages';
import { GuardedRoute, GuardedUrl, wantedUrl } from './guarded-url';
import { LoginPage } from './login-page';
import { RedirectChain } from './redirect-chain';

/**
 * What the guards share: they let pass, or answer with a URL to go to instead, and never navigate.
 */
@Injectable({ providedIn: 'root' })
export class PageGuard {
  readonly #router = inject(Router);
  readonly #session = inject(SessionQuestion);
  readonly #guardedPages = inject(GuardedPages);
  readonly #loginPage = inject(LoginPage);
  readonly #loginUrl = inject(AUTH_CONFIG).loginUrl;
  readonly #chain = inject(RedirectChain);
  readonly #messages = injectDevMessages();

  readonly #window = inject(BROWSER_WINDOW);

  /** Passes with a session; else leads to the login page. */
  requireSession(route: GuardedRoute, url: GuardedUrl): GuardResult | Observable<GuardResult> {
    const blank = this.blankOnServer();
    if (blank) return blank;
    const wanted = this.note(route, url);
    return whenKnown(this.#session.isAuthenticated(), (authenticated) =>
      authenticated ? true : this.toLogin(wanted, url),
    );
  }

  /** A server cannot know who is signed in: it shows nothing, and the browser decides. */
  blankOnServer(): GuardResult | null {
    return this.#window ? null : toBlankPage(this.#router);
  }

  /** Notes that the page is behind a guard; answers its URL. */
  note(route: GuardedRoute, url: GuardedUrl): string {
    this.#guardedPages.add(route instanceof ActivatedRouteSnapshot ? route.routeConfig : route);
    return wantedUrl(url, this.#router);
  }

  /** Leads to the login page, which remembers the wanted URL. */
  toLogin(wanted: string, url: GuardedUrl): GuardResult {
    const isThere = this.#loginPage.isAt(wanted);
    this.#guardedPages.refuse(wanted);
    if ((typeof ngDevMode === 'undefined' || ngDevMode) && !isThere)
      explainRedirect(this.#messages, wanted, 'loginUrl', 'no one is known to be signed in');
    const target = this.#loginPage.treeFor(wanted);
    return this.#chain.lead(target, ['loginUrl', this.#loginUrl], url, isThere);
  }
}

/** Answers at once what is known at once, so that nothing flashes. */
export function whenKnown(
  known: boolean | Observable<boolean>,
  decide: (known: boolean) => GuardResult,
): GuardResult | Observable<GuardResult> {
  return isObservable(known) ? known.pipe(map(decide)) : decide(known);
}
