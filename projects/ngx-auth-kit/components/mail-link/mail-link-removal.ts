import { Location } from '@angular/common';
import {
  afterNextRender,
  DestroyRef,
  EnvironmentInjector,
  inject,
  Injectable,
  NgZone,
} from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import {
  ActivatedRouteSnapshot,
  Event,
  NavigationCancel,
  NavigationCancellationCode,
  NavigationEnd,
  NavigationStart,
  Route,
  Router,
  RouterStateSnapshot,
  RoutesRecognized,
  UrlTree,
} from '@angular/router';
import { ɵBROWSER_WINDOW as BROWSER_WINDOW } from 'ngx-auth-kit/core';
import { linkIn, MailLink, withoutLink } from './mail-link';

/**
 * Takes the link of a mail out of the page's URL: out of the address bar at once, then out of the
 * router's state, by a navigation to the same URL without it. Links that inherit query parameters
 * would carry it on. Remembers the link for a page that the navigation makes again.
 */
@Injectable({ providedIn: 'root' })
export class MailLinkRemoval {
  readonly #router = inject(Router);
  readonly #location = inject(Location);
  readonly #zone = inject(NgZone);
  readonly #injector = inject(EnvironmentInjector);
  readonly #destroyRef = inject(DestroyRef);
  /** A server answers for the URL that it was asked for, and another one would be a redirect. */
  readonly #isBrowser = inject(BROWSER_WINDOW) !== null;
  /** Marks the navigations of this service; a redirect of a guard inherits it. */
  readonly #mark = Object.freeze({});
  #lastRemoval = -1;
  /** One try for each navigation that may have brought a link, so that a refused try does not loop. */
  #untried = true;
  #kept: { readonly page: string; readonly link: MailLink } | null = null;
  #readers = 0;

  constructor() {
    this.#router.events.pipe(takeUntilDestroyed()).subscribe((event) => this.#watch(event));
  }

  /** The path of the page that is shown. */
  page(): string {
    return this.#location.path().replace(/\?.*$/s, '');
  }

  /** The link that led to the page that is shown. */
  read(): MailLink {
    const link = linkIn(this.#shown());
    const page = this.page();
    if (link.token !== undefined) this.#kept = { page, link };
    return this.#kept?.page === page ? this.#kept.link : link;
  }

  /** Keeps the link in memory for as long as a component uses it. */
  keepFor(reader: DestroyRef): void {
    this.#readers++;
    reader.onDestroy(() => {
      const leave = () => {
        if (--this.#readers === 0) this.#kept = null;
      };
      if (this.#destroyRef.destroyed) return;
      // After the render, because another component may take its place in this one.
      afterNextRender(leave, { injector: this.#injector });
    });
  }

  /** Takes the link off the address bar. */
  hide(): void {
    const shown = this.#shown();
    if (!this.#isBrowser || linkIn(shown).token === undefined) return;
    const url = this.#router.serializeUrl(withoutLink(shown));
    this.#location.replaceState(url, '', this.#location.getState());
  }

  /**
   * Takes the link out of the router's state. Returns true while a navigation is under way; call it
   * again after that. Returns false if there is nothing left to do.
   */
  remove(): boolean {
    // A navigation of the app must not be cancelled.
    if (this.#router.currentNavigation()) return true;
    const current = this.#router.parseUrl(this.#router.url);
    if (!this.#untried || linkIn(current).token === undefined) return false;
    this.#untried = false;
    const tree = withoutLink(current);
    const isShown = this.#location.isCurrentPathEqualTo(this.#router.serializeUrl(tree));
    // Hooks after a render run outside the zone, where the router must not navigate.
    this.#zone.run(() => this.#navigate(tree, isShown));
    return true;
  }

  #navigate(tree: UrlTree, isShown: boolean): void {
    const state = this.#location.getState();
    this.#router
      .navigateByUrl(tree, {
        replaceUrl: true,
        // The page may be shown under another URL, which stays.
        skipLocationChange: !isShown,
        state: isState(state) ? state : undefined,
        info: this.#mark,
        scroll: 'manual',
      })
      // A guard of the app failed, and the router reports it; the address bar is clean all the same.
      .catch(() => undefined);
  }

  #watch(event: Event): void {
    if (event instanceof NavigationStart && this.#isMarked()) this.#lastRemoval = event.id;
    if (event instanceof RoutesRecognized && this.#isMarked()) this.#abortElsewhere(event.state);
    const isEnd = event instanceof NavigationEnd && event.id !== this.#lastRemoval;
    const isSuperseded =
      event instanceof NavigationCancel &&
      event.code === NavigationCancellationCode.SupersededByNewNavigation;
    if (isEnd || isSuperseded) this.#untried = true;
  }

  /** A guard that needs the link in the URL must not lead the user away from the page. */
  #abortElsewhere(next: RouterStateSnapshot): void {
    const now = routesOf(this.#router.routerState.snapshot);
    const then = routesOf(next);
    const stays = now.length === then.length && now.every((route, index) => route === then[index]);
    if (!stays) this.#router.currentNavigation()?.abort();
  }

  #isMarked(): boolean {
    return this.#router.currentNavigation()?.extras.info === this.#mark;
  }

  #shown(): UrlTree {
    return this.#router.parseUrl(this.#location.path(true));
  }
}

function routesOf({ root }: RouterStateSnapshot): (Route | null)[] {
  const snapshots: ActivatedRouteSnapshot[] = [root];
  for (const snapshot of snapshots) snapshots.push(...snapshot.children);
  return snapshots.map(({ routeConfig }) => routeConfig);
}

function isState(state: unknown): state is Record<string, unknown> {
  return typeof state === 'object' && state !== null;
}
