import { LOCATION_INITIALIZED } from '@angular/common';
import {
  EnvironmentProviders,
  inject,
  makeEnvironmentProviders,
  provideAppInitializer,
} from '@angular/core';
import { AUTH_CONFIG } from './resolved-config';
import { RunTimeConfig } from './run-time-config';

/** Provides the configuration that a function gives. The app waits for it before it starts. */
export function provideRunTimeConfig(
  ...source: ConstructorParameters<typeof RunTimeConfig>
): EnvironmentProviders {
  return makeEnvironmentProviders([
    { provide: RunTimeConfig, useFactory: () => new RunTimeConfig(...source) },
    { provide: AUTH_CONFIG, useFactory: () => inject(RunTimeConfig).value() },
    provideAppInitializer(() => inject(RunTimeConfig)?.promise),
    // Initial navigation that is `enabledBlocking` is an app initializer too, and waits for this one.
    {
      provide: LOCATION_INITIALIZED,
      useFactory: () => Promise.resolve(inject(RunTimeConfig)?.promise),
    },
  ]);
}
