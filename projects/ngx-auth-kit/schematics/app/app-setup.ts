import ts from 'typescript';
import type { AppProject } from './app-project';
import { CannotEdit } from '../source/cannot-edit';
import { descendants, findCalls } from '../source/find-calls';
import { findDeclaration } from '../source/find-declaration';
import { propertyValue } from '../source/object-properties';
import type { Sources } from '../source/sources';
import { unwrap } from '../source/unwrap';

/** Where an app says what it provides: its `ApplicationConfig`, or the metadata of its root module. */
export interface AppSetup {
  readonly kind: 'standalone' | 'module';
  readonly path: string;
  readonly object: ts.ObjectLiteralExpression;
}

/** @throws CannotEdit where the app starts in a way that is not known. */
export function findAppSetup(sources: Sources, { main }: AppProject): AppSetup {
  if (!sources.find(main)) {
    throw new CannotEdit(main, 'the file that bootstraps the app does not exist');
  }
  const start = findStart(sources, main);
  if (!start) throw new CannotEdit(main, 'no call to `bootstrapApplication` or `bootstrapModule`');
  return start.kind === 'module'
    ? moduleSetup(sources, start.call)
    : standaloneSetup(sources, start.call);
}

/** Which of the two ways an app starts in, as far as its main file shows; for advice. */
export function kindOfApp(sources: Sources, { main }: AppProject): AppSetup['kind'] {
  return findStart(sources, main)?.kind ?? 'standalone';
}

/** The call that starts the app: in its main file, or in one that this loads (`import('./bootstrap')`). */
function findStart(
  sources: Sources,
  main: string,
): { kind: AppSetup['kind']; call: ts.CallExpression } | null {
  for (const source of sources.reachable(main)) {
    const [standalone] = findCalls(source, 'bootstrapApplication', '@angular/platform-browser');
    if (standalone) return { kind: 'standalone', call: standalone };
    const module = descendants(source, ts.isCallExpression).find(
      ({ expression }) =>
        ts.isPropertyAccessExpression(expression) && expression.name.text === 'bootstrapModule',
    );
    if (module) return { kind: 'module', call: module };
  }
  return null;
}

function standaloneSetup(sources: Sources, call: ts.CallExpression): AppSetup {
  const path = call.getSourceFile().fileName;
  const argument = call.arguments[1];
  if (!argument) throw new CannotEdit(path, '`bootstrapApplication` has no config argument', call);
  const config = valueOf(sources, argument);
  if (ts.isObjectLiteralExpression(config)) {
    return { kind: 'standalone', path: config.getSourceFile().fileName, object: config };
  }
  const place = config.getSourceFile().fileName;
  throw new CannotEdit(place, 'the config of the app is not an object literal', config);
}

function moduleSetup(sources: Sources, call: ts.CallExpression): AppSetup {
  const path = call.getSourceFile().fileName;
  const argument = call.arguments[0];
  if (!argument || !ts.isIdentifier(argument)) {
    throw new CannotEdit(
      path,
      'the argument of `bootstrapModule` is not the name of a module',
      call,
    );
  }
  const module = findDeclaration(sources, argument);
  const source = module.getSourceFile();
  const [decorator] = findCalls(module, 'NgModule', '@angular/core');
  const metadata = decorator?.arguments[0];
  if (!metadata || !ts.isObjectLiteralExpression(metadata)) {
    throw new CannotEdit(source.fileName, 'no `@NgModule({ … })` to edit', module);
  }
  return { kind: 'module', path: source.fileName, object: metadata };
}

/** The expression, or the value of the constant it names. */
export function valueOf(sources: Sources, expression: ts.Expression): ts.Expression {
  const node = unwrap(expression);
  if (!ts.isIdentifier(node)) return node;
  const declaration = findDeclaration(sources, node);
  if (ts.isExportAssignment(declaration)) return unwrap(declaration.expression);
  const value = ts.isVariableDeclaration(declaration) ? declaration.initializer : undefined;
  if (value) return valueOf(sources, value);
  throw new CannotEdit(node.getSourceFile().fileName, `\`${node.text}\` is not a constant`, node);
}

/** The array at `providers` or `imports`; null where there is none. @throws CannotEdit for anything else. */
export function listIn(
  { object, path }: AppSetup,
  name: 'providers' | 'imports',
): ts.ArrayLiteralExpression | null {
  const value = propertyValue(object, name);
  const spread = object.properties.find(ts.isSpreadAssignment);
  if (!value && spread)
    throw new CannotEdit(path, `\`${name}\` may be part of this spread`, spread);
  if (value && !ts.isArrayLiteralExpression(value)) {
    throw new CannotEdit(path, `\`${name}\` is not an array literal`, value);
  }
  return value as ts.ArrayLiteralExpression | null;
}
