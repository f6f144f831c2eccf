import {
  EnvironmentProviders,
  inject,
  makeEnvironmentProviders,
  provideEnvironmentInitializer,
} from '@angular/core';
import { SessionStart } from '../session/tabs/session-start';
import { AuthConfig } from './auth-config';
import { AuthFeature } from './auth-feature';
import { AUTH_CONFIG, resolveConfig, ResolvedAuthConfig } from './resolved-config';

/** Angular's own: production builds replace it by `false`. */
declare const ngDevMode: boolean | undefined;

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
  const resolved = resolveConfig(config);
  if (typeof ngDevMode === 'undefined' || ngDevMode) validateFeatures(features, resolved);
  return makeEnvironmentProviders([
    { provide: AUTH_CONFIG, useValue: resolved },
    features.map((feature) => feature.providers),
    provideEnvironmentInitializer(() => inject(SessionStart).begin()),
  ]);
}

function validateFeatures(features: readonly AuthFeature[], config: ResolvedAuthConfig): void {
  features.forEach((feature, index) => {
    if (features.findIndex(({ kind }) => kind === feature.kind) !== index) {
      throw new Error(`ngx-auth-kit: ${feature.kind}() is given twice. Keep one.`);
    }
    feature.validate?.(config);
  });
}
