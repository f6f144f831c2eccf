import ts from 'typescript';
import type { AppSetup } from '../app/app-setup';
import { isImportProvidersFrom } from '../app/drop-modules';
import { CannotEdit } from '../source/cannot-edit';
import { findStaticCalls } from '../source/find-calls';
import { propertyName, propertyValue } from '../source/object-properties';
import type { Sources } from '../source/sources';
import { ANGULAR_JWT } from './angular-jwt';

/** Where an app sets angular-jwt up. */
export interface JwtModuleCall {
  readonly config: ts.ObjectLiteralExpression;
  /** The object whose `imports` or `providers` it is in. */
  readonly setup: AppSetup;
  readonly list: ts.ArrayLiteralExpression;
  /** The element of the list: the call, or the `importProvidersFrom` around it. */
  readonly element: ts.Expression;
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
  const [options] = call.arguments;
  const config =
    options && ts.isObjectLiteralExpression(options) ? propertyValue(options, 'config') : null;
  if (!config || !ts.isObjectLiteralExpression(config)) {
    throw refuse('JwtModule.forRoot is given no `config` literal');
  }
  const kind = isImportProvidersFrom(call.parent) ? 'standalone' : 'module';
  const element = kind === 'standalone' ? (call.parent as ts.CallExpression) : call;
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
  return { config, call, element, list, setup: { kind, path, object: holder.parent } };
}
