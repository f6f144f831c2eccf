import ts from 'typescript';
import type { AppSetup } from '../app/app-setup';
import { isImportProvidersFrom } from '../app/drop-modules';
import { CannotEdit } from '../source/cannot-edit';
import { findStaticCalls } from '../source/find-calls';
import { propertyName } from '../source/object-properties';
import type { Sources } from '../source/sources';
import { ANGULAR_JWT } from './angular-jwt';
import { findJwtOptions, type JwtOptions } from './jwt-options';

/** Where an app sets angular-jwt up. */
export interface JwtModuleCall {
  readonly options: JwtOptions;
  /** The object whose `imports` or `providers` it is in. */
  readonly setup: AppSetup;
  readonly call: ts.CallExpression;
}

/** Null where no file calls `JwtModule.forRoot`. @throws CannotEdit where it does so in an unknown way. */
export function findJwtModule(sources: Sources, paths: readonly string[]): JwtModuleCall | null {
  const calls = paths.flatMap((path) => {
    const source = path.endsWith('.spec.ts') ? null : sources.find(path);
    return source ? findStaticCalls(source, 'JwtModule', 'forRoot', ANGULAR_JWT) : [];
  });
  const [call] = calls;
  if (!call) return null;
  const path = call.getSourceFile().fileName;
  const refuse = (reason: string) => new CannotEdit(path, reason, call);
  if (calls.length > 1) throw refuse('JwtModule.forRoot is called more than once');
  const kind = isImportProvidersFrom(call.parent) ? 'standalone' : 'module';
  const element = kind === 'standalone' ? call.parent : call;
  const list = element.parent;
  const holder = list.parent;
  const wanted = kind === 'standalone' ? 'providers' : 'imports';
  if (
    !ts.isArrayLiteralExpression(list) ||
    !ts.isPropertyAssignment(holder) ||
    propertyName(holder.name) !== wanted ||
    !ts.isObjectLiteralExpression(holder.parent)
  ) {
    throw refuse(`JwtModule.forRoot is not written in a list of \`${wanted}\``);
  }
  const setup: AppSetup = { kind, path, object: holder.parent };
  return { options: findJwtOptions(sources, paths, call), call, setup };
}
