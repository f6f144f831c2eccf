import {
  ActivatedRouteSnapshot,
  Route,
  Router,
  RouterStateSnapshot,
  UrlSegment,
} from '@angular/router';

/**
 * The first argument of a guard: a snapshot in `canActivate` and `canActivateChild`, or a `Route`
 * in `canMatch`.
 */
export type GuardedRoute = ActivatedRouteSnapshot | Route;
/**
 * The second argument of a guard: the router state in `canActivate` and `canActivateChild`, or the
 * segments in `canMatch`.
 */
export type GuardedUrl = RouterStateSnapshot | UrlSegment[];

/**
 * Returns the URL with query and fragment. `canMatch` does not get these, so they are read from the
 * navigation.
 */
export function wantedUrl(url: GuardedUrl, router: Router): string {
  if (!Array.isArray(url)) return url.url;
  const navigation = router.currentNavigation();
  return navigation ? router.serializeUrl(navigation.extractedUrl) : `/${url.join('/')}`;
}
