import ts from 'typescript';
import { valueOf } from '../app/app-setup';
import { CannotEdit } from '../source/cannot-edit';
import { descendants } from '../source/find-calls';
import { functionOf } from '../source/function-of';
import { importedNames } from '../source/import-names';
import { property, propertyValue } from '../source/object-properties';
import { plainReturns } from '../source/plain-returns';
import type { Sources } from '../source/sources';
import { unwrap } from '../source/unwrap';
import { ANGULAR_JWT } from './angular-jwt';
import type { Injected } from './class-method';

/** The options of angular-jwt, wherever the app keeps them. */
export interface JwtOptions {
  /** Null where there are none: angular-jwt then sends no token. */
  readonly config: ts.ObjectLiteralExpression | null;
  /** The names that lead to them: of constants, and of a factory. */
  readonly names: readonly ts.Identifier[];
  /** What a factory of them is given. */
  readonly injected: Injected;
  /** The provider of JWT_OPTIONS among the app's providers, if that is where they are. */
  readonly provider: ts.ObjectLiteralExpression | null;
  /** Code of a provider with which JwtHelperService goes on as it is; null where `provider` is that. */
  readonly helperProvider: ((jwtOptions: string) => string) | null;
}

/** Follows constants, also into other files, `jwtOptionsProvider` and JWT_OPTIONS. @throws CannotEdit */
export function findJwtOptions(
  sources: Sources,
  paths: readonly string[],
  call: ts.CallExpression,
): JwtOptions {
  const names: ts.Identifier[] = [];
  const injected = new Map<ts.ParameterDeclaration, ts.Expression>();
  const objectAt = (expression: ts.Expression): ts.ObjectLiteralExpression => {
    const node = unwrap(expression);
    if (ts.isIdentifier(node)) names.push(node);
    const value = valueOf(sources, node);
    if (ts.isObjectLiteralExpression(value)) return value;
    const path = node.getSourceFile().fileName;
    throw new CannotEdit(path, 'the config of angular-jwt is computed. Write it out', node);
  };
  const provided = (provider: ts.ObjectLiteralExpression) => {
    const value = propertyValue(provider, 'useValue');
    const factory = propertyValue(provider, 'useFactory');
    const deps = propertyValue(provider, 'deps');
    const parameters = (factory && functionOf(sources, factory)?.parameters) ?? [];
    parameters.forEach((parameter, index) => {
      const token = deps && ts.isArrayLiteralExpression(deps) && deps.elements[index];
      if (token) injected.set(parameter, token);
    });
    if (factory && ts.isIdentifier(factory)) names.push(factory);
    const made = value ?? (factory && madeBy(sources, factory));
    if (made) return objectAt(made);
    const path = provider.getSourceFile().fileName;
    throw new CannotEdit(path, 'the value of JWT_OPTIONS is computed. Write it out', provider);
  };
  const [argument] = call.arguments;
  const options = argument && objectAt(argument);
  const own = options && propertyValue(options, 'jwtOptionsProvider');
  if (own) {
    const code = own.getText();
    const config = provided(objectAt(own));
    return { config, names, injected, provider: null, helperProvider: () => code };
  }
  const config = options ? propertyValue(options, 'config') : null;
  const [provider] = config ? [] : jwtOptionsProviders(sources, paths).filter(saysSomething);
  if (provider) {
    return { config: provided(provider), names, injected, provider, helperProvider: null };
  }
  const object = config ? objectAt(config) : null;
  const value =
    argument && ts.isIdentifier(argument) ? `${argument.text}.config` : helperOptions(config);
  return {
    config: object,
    names,
    injected,
    provider: null,
    helperProvider: (token) => `{ provide: ${token}, useValue: ${value} }`,
  };
}

/** Not so `{ provide: JWT_OPTIONS, useValue: JWT_OPTIONS }`, which only makes JwtHelperService injectable. */
function saysSomething(provider: ts.ObjectLiteralExpression): boolean {
  const [token, value] = ['provide', 'useValue'].map((name) => propertyValue(provider, name));
  return token?.getText() !== value?.getText();
}

/** Where the app provides JWT_OPTIONS, specs left out. */
export function jwtOptionsProviders(
  sources: Sources,
  paths: readonly string[],
): ts.ObjectLiteralExpression[] {
  return paths.flatMap((path) => {
    const source = path.endsWith('.spec.ts') ? null : sources.find(path);
    const token = source && importedNames(source, ANGULAR_JWT).get('JWT_OPTIONS');
    if (!token) return [];
    return descendants(source, ts.isObjectLiteralExpression).filter(
      (object) =>
        ts.isArrayLiteralExpression(object.parent) &&
        propertyValue(object, 'provide')?.getText() === token,
    );
  });
}

/** What a factory returns, where that is all it does. */
function madeBy(sources: Sources, factory: ts.Expression): ts.Expression | null {
  const made = functionOf(sources, factory);
  const returns = made && plainReturns(made);
  const [value, ...more] = returns?.values ?? [];
  if (!value || more.length > 0) return null;
  const node = unwrap(value);
  return ts.isIdentifier(node) ? (returns?.locals.get(node.text)?.value ?? node) : node;
}

/** What of a config JwtHelperService reads: the constant, or the getter alone. */
function helperOptions(config: ts.Expression | null): string {
  if (!config || !ts.isObjectLiteralExpression(config)) return config?.getText() ?? '{}';
  const getter = property(config, 'tokenGetter');
  return getter ? `{ ${getter.getText().replace(/\r?\n\s*/g, ' ')} }` : '{}';
}
