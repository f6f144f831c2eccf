import { inject, Injectable } from '@angular/core';
import {
  ActivatedRouteSnapshot,
  GuardResult,
  Route,
  Router,
  RouterStateSnapshot,
  UrlSegment,
} from '@angular/router';
import { isObservable, map, Observable, of } from 'rxjs';
import { BROWSER_WINDOW } from '../config/browser-window';
import { DevMessages } from '../errors/dev-messages';
import { AuthUser } from '../session/auth-user';
import { SessionQuestion } from '../session/session-question';
import { toBlankPage } from './blank-page';
import { GuardedPages } from './guarded-pages';
import { ReturnUrl } from './return-url';

/** Angular's own: production builds replace it by `false`. */
declare const ngDevMode: boolean | undefined;

/** First argument of a guard: from `canActivate` and `canActivateChild`, or from `canMatch`. */
export type GuardedRoute = ActivatedRouteSnapshot | Route;
/** Second argument of a guard, likewise. */
export type GuardedUrl = RouterStateSnapshot | UrlSegment[];

/** The decisions behind the guards. They answer with a URL to go to instead, and never navigate. */
@Injectable({ providedIn: 'root' })
export class PageGuard {
  private readonly router = inject(Router);
  private readonly session = inject(SessionQuestion);
  private readonly guardedPages = inject(GuardedPages);
  private readonly returnUrl = inject(ReturnUrl);
  private readonly messages = inject(DevMessages);
  private readonly window = inject(BROWSER_WINDOW);

  /** Passes with a session; else leads to the login page. */
  requireSession(route: GuardedRoute, url: GuardedUrl): GuardResult | Observable<GuardResult> {
    // A server cannot know: it shows nothing, and the browser decides.
    if (!this.window) return toBlankPage(this.router);
    this.guardedPages.add(routeConfig(route));
    const wanted = this.wantedUrl(url);
    return mapped(this.session.isAuthenticated(), (authenticated) =>
      authenticated ? true : this.toLogin(wanted),
    );
  }

  /** Passes without a session; else leads to the return URL. */
  requireNoSession(url: GuardedUrl): GuardResult | Observable<GuardResult> {
    if (!this.window) return true;
    const wanted = this.wantedUrl(url);
    // Whoever comes here because a dead backend did not answer must not wait for it twice.
    return mapped(this.session.isAuthenticated(false), (authenticated) =>
      authenticated ? this.awayFrom(wanted) : true,
    );
  }

  /** Passes for users whom the predicate accepts; leads other users elsewhere, and others to the login page. */
  requireUser(
    route: GuardedRoute,
    url: GuardedUrl,
    accepts: (user: AuthUser) => boolean,
    redirectTo: string | undefined,
  ): Observable<GuardResult> {
    if (!this.window) return of(toBlankPage(this.router));
    this.guardedPages.add(routeConfig(route));
    const wanted = this.wantedUrl(url);
    return this.session.user().pipe(
      map((user) => {
        if (this.session.isAuthenticated() !== true) return this.toLogin(wanted);
        return user !== null && accepts(user) ? true : this.elsewhere(wanted, redirectTo);
      }),
    );
  }

  /** A page that would lead to itself is shown. */
  private awayFrom(wanted: string): GuardResult {
    const target = this.returnUrl.targetTree(wanted);
    return this.router.serializeUrl(target) === wanted ? true : target;
  }

  private toLogin(wanted: string): GuardResult {
    if (this.returnUrl.isLoginPage(wanted)) {
      if (typeof ngDevMode === 'undefined' || ngDevMode) {
        this.messages.warnOnce(
          'guarded login',
          'loginUrl is behind a guard that leads to loginUrl.',
        );
      }
      return false;
    }
    if (typeof ngDevMode === 'undefined' || ngDevMode)
      explainRedirect(this.messages, wanted, 'loginUrl', 'nobody is known to be signed in');
    return this.returnUrl.loginTree(wanted);
  }

  private elsewhere(wanted: string, redirectTo: string | undefined): GuardResult {
    if (typeof ngDevMode === 'undefined' || ngDevMode)
      explainRedirect(
        this.messages,
        wanted,
        redirectTo ?? 'homeUrl',
        'ensureUser refused the user',
      );
    const target =
      redirectTo === undefined ? this.returnUrl.homeTree() : this.router.parseUrl(redirectTo);
    // A page that leads to itself would never stop loading.
    return this.router.serializeUrl(target) === wanted ? false : target;
  }

  /** With query and fragment, which `canMatch` does not hand over: they are with the navigation. */
  private wantedUrl(url: GuardedUrl): string {
    if (!Array.isArray(url)) return url.url;
    const navigation = this.router.currentNavigation();
    return navigation ? this.router.serializeUrl(navigation.extractedUrl) : `/${url.join('/')}`;
  }
}

function routeConfig(route: GuardedRoute): Route | null {
  return route instanceof ActivatedRouteSnapshot ? route.routeConfig : route;
}

/** Answers at once what is known at once, so that nothing flashes. */
function mapped(
  known: boolean | Observable<boolean>,
  decide: (known: boolean) => GuardResult,
): GuardResult | Observable<GuardResult> {
  return isObservable(known) ? known.pipe(map(decide)) : decide(known);
}

function explainRedirect(messages: DevMessages, wanted: string, target: string, why: string): void {
  const page = wanted.split(/[?#;]/, 1)[0];
  messages.explainOnce(`guard ${why}`, `a guard led from ${page} to ${target}: ${why}.`);
}
