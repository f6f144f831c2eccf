import {
  EnvironmentProviders,
  inject,
  InjectionToken,
  makeEnvironmentProviders,
  provideEnvironmentInitializer,
  Provider,
} from '@angular/core';
import { SessionStart } from '../session/tabs/session-start';
import { AuthConfig } from './auth-config';
import { AuthFeature } from './auth-feature';
import { AUTH_CONFIG, resolveConfig, ResolvedAuthConfig } from './resolved-config';

/** In development: each place where the library was set up. */
const SET_UPS = new InjectionToken<readonly Error[]>('ngx-auth-kit set-ups');

/**
 * Sets the library up for a standalone app. Belongs in the providers of the application; add
 * `authInterceptor` to `provideHttpClient`.
 *
 * ```ts
 * providers: [
 *   provideHttpClient(withInterceptors([authInterceptor])),
 *   provideAuth({ baseUrl: 'http://localhost:5000/auth' }),
 * ]
 * ```
 * @throws at once on configuration that cannot work; in production only on URLs that cannot.
 */
export function provideAuth(config: AuthConfig, ...features: AuthFeature[]): EnvironmentProviders {
  const session = provideSession(config, ...features);
  return makeEnvironmentProviders([
    // First: of two set-ups, none may begin.
    typeof ngDevMode === 'undefined' || ngDevMode ? noteSetUp(config) : [],
    session,
  ]);
}

/** The same for tests, which may replace the set-up of the app. */
export function provideSession(
  config: AuthConfig,
  ...features: AuthFeature[]
): EnvironmentProviders {
  const resolved = resolveConfig(config);
  if (typeof ngDevMode === 'undefined' || ngDevMode) validateFeatures(features, resolved);
  return makeEnvironmentProviders([
    { provide: AUTH_CONFIG, useValue: resolved },
    features.map((feature) => feature.providers),
    provideEnvironmentInitializer(() => inject(SessionStart).begin()),
  ]);
}

/** Two set-ups in one injector would share storage and hear each other as tabs do. */
function noteSetUp({ baseUrl }: AuthConfig): (Provider | EnvironmentProviders)[] {
  const where = new Error(`ngx-auth-kit: set up here with baseUrl "${baseUrl}".`);
  return [
    { provide: SET_UPS, useValue: where, multi: true },
    provideEnvironmentInitializer(() => {
      const [first, second] = inject(SET_UPS, { self: true });
      if (!second) return;
      throw new Error(
        'ngx-auth-kit: provideAuth (or AuthModule.forRoot) is given twice in one injector: ' +
          `${first?.stack}\n${second.stack}\nKeep one.`,
      );
    }),
  ];
}

function validateFeatures(features: readonly AuthFeature[], config: ResolvedAuthConfig): void {
  features.forEach((feature, index) => {
    if (features.findIndex(({ kind }) => kind === feature.kind) !== index) {
      throw new Error(`ngx-auth-kit: ${feature.kind}() is given twice. Keep one.`);
    }
    feature.validate?.(config);
  });
}
