import { EnvironmentProviders, Provider } from '@angular/core';
import { ResolvedAuthConfig } from './resolved-config';

/**
 * A feature for `provideAuth` and `AuthModule.forRoot`, such as `withTokenRefresh()`. Apps that do
 * not use it do not ship its code.
 */
export interface AuthFeature {
  /** The name of the feature, for error messages. */
  readonly kind: string;
  /** Providers that the feature adds to those of the app. */
  readonly providers: readonly (Provider | EnvironmentProviders)[];
  /** Providers that another feature may override. */
  readonly defaults?: readonly Provider[];
  /** Throws if the feature cannot work with the configuration. */
  validate?(config: ResolvedAuthConfig): void;
  /** Starts the feature when the configuration is known. Runs in an injection context. */
  start?(): void;
}
