import {
  ActivatedRouteSnapshot,
  Route,
  Router,
  RouterStateSnapshot,
  UrlSegment,
} from '@angular/router';

/** First argument of a guard: from `canActivate` and `canActivateChild`, or from `canMatch`. */
export type GuardedRoute = ActivatedRouteSnapshot | Route;
/** Second argument of a guard, likewise. */
export type GuardedUrl = RouterStateSnapshot | UrlSegment[];

/** With query and fragment, which `canMatch` does not hand over: they are with the navigation. */
export function wantedUrl(url: GuardedUrl, router: Router): string {
  if (!Array.isArray(url)) return url.url;
  const navigation = router.currentNavigation();
  return navigation ? router.serializeUrl(navigation.extractedUrl) : `/${url.join('/')}`;
}
