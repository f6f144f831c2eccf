import { EnvironmentInjector, inject, InjectionToken } from '@angular/core';

/** In development: the injector of the app, above those of its routes. */
export const APP_INJECTOR = new InjectionToken<EnvironmentInjector>('ngx-auth-kit app injector', {
  providedIn: 'root',
  factory: () => inject(EnvironmentInjector),
});
