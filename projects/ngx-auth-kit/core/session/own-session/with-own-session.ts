import { HttpHandler } from '@angular/common/http';
import {
  DestroyRef,
  EnvironmentInjector,
  inject,
  provideEnvironmentInitializer,
} from '@angular/core';
import { AuthFeature } from '../../config/auth-feature';
import { OwnRequests } from './own-requests';
import { ownServices } from './own-services';

/**
 * Gives a part of the app its own session: another `AuthService`, and other guards, storage, tabs
 * and timers, for everything below its providers. Use it for a lazy route with another backend, or
 * for a micro-frontend. Timers and listeners end with the injector. Each session of a page needs a
 * different `tokenKey`, and the part needs its own `HttpClient` with the interceptor.
 *
 * ```ts
 * const routes: Routes = [
 *   {
 *     path: '',
 *     providers: [
 *       provideHttpClient(withInterceptors([authInterceptor])),
 *       provideAuth(
 *         { baseUrl: 'https://partner.example/auth', tokenKey: 'partner', loginUrl: '/partner/login' },
 *         withOwnSession(),
 *       ),
 *     ],
 *     children: [],
 *   },
 * ];
 * ```
 * With `withRequestsMadeViaParent()`, the sessions above ignore requests to its `allowedUrls`.
 * @throws if the injector has no `HttpClient` of its own, also in production. The app's
 * `HttpClient` would send the token of the app's session.
 */
export function withOwnSession(): AuthFeature {
  return {
    kind: 'withOwnSession',
    defaults: ownServices(),
    providers: [
      provideEnvironmentInitializer(() => {
        if (!inject(HttpHandler, { self: true, optional: true })) {
          throw new Error(`ngx-auth-kit: ${missingHttp()}`);
        }
        endWithParent();
      }),
    ],
    start: () => inject(OwnRequests).claimAll(inject(HttpHandler)),
  };
}

/** Angular does not destroy the injectors of routes with the app. */
function endWithParent(): void {
  const injector = inject(EnvironmentInjector);
  const parent = inject(EnvironmentInjector, { skipSelf: true, optional: true });
  const forget = parent?.get(DestroyRef).onDestroy(() => injector.destroy());
  if (forget) inject(DestroyRef).onDestroy(forget);
}

function missingHttp(): string {
  return typeof ngDevMode === 'undefined' || ngDevMode
    ? 'withOwnSession() is given without an HttpClient beside it, and the one of the app sends the ' +
        'token of the app. Add to the same providers: ' +
        'provideHttpClient(withInterceptors([authInterceptor])), or with AuthModule: ' +
        'provideHttpClient(withInterceptorsFromDi()).'
    : 'withOwnSession() needs provideHttpClient().';
}
