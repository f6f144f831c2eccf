import { NavigationEnd, PRIMARY_OUTLET, Route, Router, UrlTree } from '@angular/router';
import { filter, take } from 'rxjs';

/**
 * Leads the next navigation to the target to the home page if no route matches the target. Only the
 * router can tell: lazy routes are not loaded yet, and matchers and `canMatch` decide for themselves.
 * So the router gets one more route, after those of the app, until a navigation ends.
 */
export function elseHome(router: Router, target: UrlTree, home: UrlTree): void {
  const outlets = Object.keys(target.root.children);
  // A home page that no route matches either must not lead to itself.
  let isOpen = true;
  const route: Route = {
    path: '',
    canMatch: [
      (_route, segments) =>
        isOpen &&
        (segments.length > 0 || outlets.length === 0) &&
        `${router.currentNavigation()?.extractedUrl}` === `${target}`,
    ],
    // The outlets stand in a child: the router tries its own outlet's routes before all others.
    children: (outlets.length > 0 ? outlets : [PRIMARY_OUTLET]).map((outlet) => ({
      path: '**',
      outlet,
      redirectTo: () => {
        isOpen = false;
        return home;
      },
    })),
  };
  // Not `resetConfig`, which copies the routes: their pages would be created again.
  router.config = [...router.config, route];
  router.events
    .pipe(
      filter((event) => event instanceof NavigationEnd),
      take(1),
    )
    .subscribe(() => (router.config = router.config.filter((other) => other !== route)));
}
