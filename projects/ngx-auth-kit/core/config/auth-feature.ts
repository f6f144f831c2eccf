import { EnvironmentProviders, Provider } from '@angular/core';
import { ResolvedAuthConfig } from './resolved-config';

/** What `withTokenRefresh()` and its like return: an extra that an app without it does not ship. */
export interface AuthFeature {
  /** The feature's name, for messages about contradictions. */
  readonly kind: string;
  /** What the feature adds to the providers of the app. */
  readonly providers: readonly (Provider | EnvironmentProviders)[];
  /** What it provides unless a feature provides something else in its place. */
  readonly defaults?: readonly Provider[];
  /** Throws where the feature cannot work with the configuration. */
  validate?(config: ResolvedAuthConfig): void;
  /** Begins its work, in an injection context, once the configuration is there. */
  start?(): void;
}
