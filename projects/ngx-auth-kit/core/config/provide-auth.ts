import {
  EnvironmentProviders,
  inject,
  makeEnvironmentProviders,
  provideEnvironmentInitializer,
  Provider,
} from '@angular/core';
import { SessionStore } from '../session/state/session-store';
import { SessionStart } from '../session/tabs/session-start';
import { AuthConfig, AuthConfigFunction } from './auth-config';
import { AuthFeature } from './auth-feature';
import { noteSetUp } from './note-set-up';
import { provideRunTimeConfig } from './provide-run-time-config';
import { AUTH_CONFIG, resolveConfig, ResolvedAuthConfig } from './resolved-config';
import { RunTimeConfig } from './run-time-config';

/**
 * Sets up the library for a standalone app. Add it to the providers of the application, and add
 * `authInterceptor` to `provideHttpClient`. In the providers of a route, it needs
 * `withOwnSession()`.
 *
 * ```ts
 * providers: [
 *   provideHttpClient(withInterceptors([authInterceptor])),
 *   provideAuth({ baseUrl: 'http://localhost:5000/auth' }),
 * ]
 * ```
 * @param config The options, or a function that returns them or a promise of them. The function may
 * call `inject()`. Until its promise is fulfilled, the app does not start, guards wait, and so do
 * requests, except those with `skipAuth()` and those that the function sends before its first
 * `await`.
 * @param features Extras such as `withTokenRefresh()`.
 * @throws if the configuration is invalid. In production, only URLs are checked. With a function,
 * the app does not start. The same happens if the function throws or its promise is rejected. The
 * error then has the failure as `cause`.
 */
export function provideAuth(
  config: AuthConfig | AuthConfigFunction,
  ...features: AuthFeature[]
): EnvironmentProviders {
  // This must be first: if there are two set-ups, neither may start.
  const notes = typeof ngDevMode === 'undefined' || ngDevMode ? [noteSetUp(config, features)] : [];
  return provideSession(config, ...notes, ...features);
}

/**
 * Does the same without the checks for two set-ups, for tests that replace the set-up of the app.
 */
export function provideSession(
  config: AuthConfig | AuthConfigFunction,
  ...features: AuthFeature[]
): EnvironmentProviders {
  const resolve = (given: AuthConfig) => {
    const resolved = resolveConfig(given);
    if (typeof ngDevMode === 'undefined' || ngDevMode) validateFeatures(features, resolved);
    return resolved;
  };
  const start = (isLate = false) => {
    if (isLate) inject(SessionStore).restore();
    features.forEach((feature) => feature.start?.());
    inject(SessionStart).begin();
  };
  return makeEnvironmentProviders([
    typeof config === 'function'
      ? provideRunTimeConfig(config, resolve)
      : provideFixed(config, resolve(config)),
    features.map((feature) => feature.defaults ?? []),
    features.map((feature) => feature.providers),
    provideEnvironmentInitializer(() => {
      const runTime = inject(RunTimeConfig);
      if (runTime) runTime.begin(start);
      else start();
    }),
  ]);
}

/**
 * Provides configuration that is known at once. It also replaces a function of the app, for tests.
 */
function provideFixed(config: AuthConfig, resolved: ResolvedAuthConfig): Provider[] {
  // A custom storage may return promises.
  const mayWait = typeof config.storage === 'object';
  const runTime = () =>
    mayWait
      ? new RunTimeConfig(
          () => config,
          () => resolved,
        )
      : null;
  return [
    { provide: AUTH_CONFIG, useValue: resolved },
    { provide: RunTimeConfig, useFactory: runTime },
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
