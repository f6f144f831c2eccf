import { HttpClient, provideHttpClient, withInterceptors } from '@angular/common/http';
import {
  createEnvironmentInjector,
  EnvironmentInjector,
  EnvironmentProviders,
  Provider,
} from '@angular/core';
import { AuthConfig, AuthConfigFunction } from '../core/config/auth-config';
import { AuthFeature } from '../core/config/auth-feature';
import { provideAuth } from '../core/config/provide-auth';
import { authInterceptor } from '../core/http/auth-interceptor';
import { AuthService } from '../core/session/auth-service';
import { withOwnSession } from '../core/session/own-session/with-own-session';

/** A part of an app, as a lazy route is, that has a session of its own. */
export interface Part {
  readonly injector: EnvironmentInjector;
  readonly auth: AuthService;
  readonly http: HttpClient;
}

const WITH_INTERCEPTOR = provideHttpClient(withInterceptors([authInterceptor]));

/** Opens a part below an app. Ends with its injector. */
export function openPart(
  app: EnvironmentInjector,
  config: AuthConfig | AuthConfigFunction,
  features: readonly AuthFeature[] = [],
  http: readonly (Provider | EnvironmentProviders)[] = [WITH_INTERCEPTOR],
): Part {
  const injector = createEnvironmentInjector(
    // The order of the features must not matter.
    [...http, provideAuth(config, ...features, withOwnSession())],
    app,
  );
  return { injector, auth: injector.get(AuthService), http: injector.get(HttpClient) };
}
