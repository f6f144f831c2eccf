import { findModuleCall, type ModuleCall } from '../migration/module-call';
import type { Sources } from '../source/sources';
import { ANGULAR_JWT } from './angular-jwt';
import { findJwtOptions, type JwtOptions } from './jwt-options';

/** Where an app sets angular-jwt up. */
export interface JwtModuleCall extends ModuleCall {
  readonly options: JwtOptions;
}

/** Null where no file calls `JwtModule.forRoot`. @throws CannotEdit where it does so in an unknown way. */
export function findJwtModule(sources: Sources, paths: readonly string[]): JwtModuleCall | null {
  const found = findModuleCall(sources, paths, { symbol: 'JwtModule', from: ANGULAR_JWT });
  return found && { ...found, options: findJwtOptions(sources, paths, found.call) };
}
