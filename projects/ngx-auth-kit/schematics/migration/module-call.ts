import ts from 'typescript';
import type { AppSetup } from '../app/app-setup';
import { isImportProvidersFrom } from '../app/drop-modules';
import { CannotEdit } from '../source/cannot-edit';
import { findStaticCalls } from '../source/find-calls';
import { propertyName } from '../source/object-properties';
import type { Sources } from '../source/sources';

/** Where an app sets a module up, such as `JwtModule.forRoot(…)`. */
export interface ModuleCall {
  /** The object whose `imports` or `providers` it is in. */
  readonly setup: AppSetup;
  readonly call: ts.CallExpression;
}

/** The app's call of `forRoot`, or null. @throws CannotEdit if there are more, or in an unknown place. */
export function findModuleCall(
  sources: Sources,
  paths: readonly string[],
  module: { readonly symbol: string; readonly from: string },
): ModuleCall | null {
  const calls = paths.flatMap((path) => {
    const source = path.endsWith('.spec.ts') ? null : sources.find(path);
    return source ? findStaticCalls(source, module.symbol, 'forRoot', module.from) : [];
  });
  const [call] = calls;
  if (!call) return null;
  const path = call.getSourceFile().fileName;
  const refuse = (reason: string) =>
    new CannotEdit(path, `${module.symbol}.forRoot is ${reason}`, call);
  if (calls.length > 1) throw refuse('called more than once');
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
    throw refuse(`not in a list of \`${wanted}\``);
  }
  return { call, setup: { kind, path, object: holder.parent } };
}
