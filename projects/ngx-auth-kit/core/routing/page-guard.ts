import { inject, Injectable } from '@angular/core';
import { ActivatedRouteSnapshot, GuardResult, Router } from '@angular/router';
import { isObservable, map, Observable } from 'rxjs';
import { BROWSER_WINDOW } from '../config/browser-window';
import { injectDevMessages } from '../errors/dev-messages';
import { SessionQuestion } from '../session/check/session-question';
import { toBlankPage } from './blank-page';
import { explainRedirect } from './explain-redirect';
import { GuardedPages } from './guarded-pages';
import { GuardedRoute, GuardedUrl, wantedUrl } from './guarded-url';
import { LoginPage } from './login-page';

/** Angular's own: production builds replace it by `false`. */
declare const ngDevMode: boolean | undefined;

/**
 * What the guards share: they let pass, or answer with a URL to go to instead, and never navigate.
 */
@Injectable({ providedIn: 'root' })
export class PageGuard {
  readonly #router = inject(Router);
  readonly #session = inject(SessionQuestion);
  readonly #guardedPages = inject(GuardedPages);
  readonly #loginPage = inject(LoginPage);
  readonly #messages = injectDevMessages();

  readonly #window = inject(BROWSER_WINDOW);

  /** Passes with a session; else leads to the login page. */
  requireSession(route: GuardedRoute, url: GuardedUrl): GuardResult | Observable<GuardResult> {
    const blank = this.blankOnServer();
    if (blank) return blank;
    const wanted = this.note(route, url);
    return whenKnown(this.#session.isAuthenticated(), (authenticated) =>
      authenticated ? true : this.toLogin(wanted),
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

  /** To the login page, unless that is where the visitor wants to go. */
  toLogin(wanted: string): GuardResult {
    if (this.#loginPage.isAt(wanted)) {
      if (typeof ngDevMode === 'undefined' || ngDevMode) {
        this.#messages.warnOnce(
          'guarded login',
          'loginUrl is behind a guard that leads to loginUrl.',
        );
      }
      return false;
    }
    if (typeof ngDevMode === 'undefined' || ngDevMode)
      explainRedirect(this.#messages, wanted, 'loginUrl', 'nobody is known to be signed in');
    return this.#loginPage.treeFor(wanted);
  }
}

/** Answers at once what is known at once, so that nothing flashes. */
export function whenKnown(
  known: boolean | Observable<boolean>,
  decide: (known: boolean) => GuardResult,
): GuardResult | Observable<GuardResult> {
  return isObservable(known) ? known.pipe(map(decide)) : decide(known);
}
