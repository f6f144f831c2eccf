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
 * Gives a part of the app a session of its own beside the app's: another `AuthService`, other guards,
 * storage, tabs and timers, for everything below the providers that it stands in. For a lazy route at
 * another backend, or a micro-frontend. Its timers and listeners end with its injector. Sessions of one page need different
 * `tokenKey`s, and the part needs an `HttpClient` with the interceptor.
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
 * With `withRequestsMadeViaParent()`, the sessions above leave the requests to its `allowedUrls` alone.
 * @throws when the injector is created without an `HttpClient` of its own, in production as well: the
 * app's would send the token of the app's session.
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
