import { inject, Injectable, NgZone } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { ActivatedRouteSnapshot, NavigationEnd, Route, Router } from '@angular/router';
import { DevMessages, injectDevMessages } from '../errors/dev-messages';
import { SessionStore } from '../session/state/session-store';
import { LoginPage } from './login-page';

/**
 * Remembers which pages are behind a guard of this library. When the session ends, it leaves them for
 * the login page; it goes back once a session that was in doubt proves to be good. The first guard that runs creates it, so an app without guards does not have it.
 */
@Injectable({ providedIn: 'root' })
export class GuardedPages {
  readonly #router = inject(Router);
  readonly #loginPage = inject(LoginPage);
  readonly #store = inject(SessionStore);
  readonly #zone = inject(NgZone);
  readonly #messages = injectDevMessages();
  readonly #guarded = new WeakSet<Route>();
  /** The URL that was refused last because nobody could tell who is signed in. */
  #refused: string | null = null;

  constructor() {
    const leave = () => this.#leaveIfNotAllowed();
    this.#store.events.pipe(takeUntilDestroyed()).subscribe(({ type }) => {
      if (type === 'restored') this.#leaveLoginPage();
      else leave();
    });
    // A session may also end while an allowed navigation is under way. If the app leads a navigation
    // of this service back to a guarded page, it is not repeated: that could go on forever.
    this.#router.events
      .pipe(takeUntilDestroyed())
      .subscribe((event) => event instanceof NavigationEnd && !this.#isLeaving() && leave());
  }

  /** Notes that the route is behind a guard. */
  add(route: Route | null): void {
    if (route) this.#guarded.add(route);
  }

  /** Notes the URL that a visitor without a known session was sent away from. */
  refuse(url: string): void {
    this.#refused = this.#store.status() === 'pending' ? url : null;
  }

  #leaveIfNotAllowed(): void {
    if (this.#isAllowed()) return;
    const { url } = this.#router;
    this.#zone.run(() => {
      const left = this.#router.navigateByUrl(this.#loginPage.treeFor(url), { info: this });
      if (typeof ngDevMode === 'undefined' || ngDevMode)
        void left.then(() => {
          const isOver = this.#router.currentNavigation() === null;
          if (isOver && !this.#isAllowed()) explainStay(this.#messages, url);
        });
    });
  }

  /** A guard led there because the server could not be reached; now it has said who is signed in. */
  #leaveLoginPage(): void {
    const url = this.#refused;
    if (url === null || !this.#loginPage.isAt(this.#router.url)) return;
    this.#zone.run(() => void this.#router.navigateByUrl(url));
  }

  #isAllowed(): boolean {
    return (
      this.#store.status() !== 'anonymous' ||
      !this.#showsGuardedPage() ||
      this.#loginPage.isAt(this.#router.url)
    );
  }

  /** Redirects keep the `info` of the navigation that they replace. */
  #isLeaving(): boolean {
    return this.#router.currentNavigation()?.extras.info === this;
  }

  #showsGuardedPage(): boolean {
    const shown: ActivatedRouteSnapshot[] = [this.#router.routerState.snapshot.root];
    for (const snapshot of shown) {
      if (snapshot.routeConfig && this.#guarded.has(snapshot.routeConfig)) return true;
      shown.push(...snapshot.children);
    }
    return false;
  }
}

function explainStay(messages: DevMessages, url: string): void {
  const page = url.split(/[?#;]/, 1)[0];
  messages.explainOnce(
    'guarded page stays',
    `the session has ended, but ${page} stays: a canDeactivate guard of the app refused to leave it. ` +
      'The next navigation or session event tries again.',
  );
}
