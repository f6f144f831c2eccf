import { RedirectCommand, Router } from '@angular/router';

const PATH = 'ngx-auth-kit-blank';

/**
 * Shows nothing in place of the page, under the URL that was asked for. For servers, which cannot
 * know who asks: to refuse the page would answer 404, and to lead to the login page would show it to
 * those who are signed in. A server has a router for each request, so no other sees the route.
 */
export function toBlankPage(router: Router): RedirectCommand {
  if (!router.config.some(({ path }) => path === PATH)) {
    router.resetConfig([{ path: PATH, children: [] }, ...router.config]);
  }
  return new RedirectCommand(router.parseUrl(`/${PATH}`), { skipLocationChange: true });
}
