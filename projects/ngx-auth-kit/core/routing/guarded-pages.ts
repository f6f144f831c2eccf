import { inject, Injectable, NgZone } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { ActivatedRouteSnapshot, NavigationEnd, Route, Router } from '@angular/router';
import { SessionStore } from '../session/state/session-store';
import { LoginPage } from './login-page';

/**
 * Knows which pages are behind a guard of ours, and leaves them for the login page when the session
 * ends. The first guard that runs creates it, so an app without guards does without it.
 */
@Injectable({ providedIn: 'root' })
export class GuardedPages {
  readonly #router = inject(Router);
  readonly #loginPage = inject(LoginPage);
  readonly #store = inject(SessionStore);
  readonly #zone = inject(NgZone);
  readonly #guarded = new WeakSet<Route>();

  constructor() {
    const leave = () => this.#leaveIfNotAllowed();
    this.#store.events.pipe(takeUntilDestroyed()).subscribe(leave);
    // A session may also end while a navigation that was allowed is still under way.
    this.#router.events
      .pipe(takeUntilDestroyed())
      .subscribe((event) => event instanceof NavigationEnd && leave());
  }

  /** Notes that the route is behind a guard. */
  add(route: Route | null): void {
    if (route) this.#guarded.add(route);
  }

  #leaveIfNotAllowed(): void {
    if (this.#store.status() !== 'anonymous' || !this.#showsGuardedPage()) return;
    const { url } = this.#router;
    if (this.#loginPage.isAt(url)) return;
    this.#zone.run(() => void this.#router.navigateByUrl(this.#loginPage.treeFor(url)));
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
