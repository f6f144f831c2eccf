import ts from 'typescript';
import { findDeclaration } from '../source/find-declaration';
import { propertyName } from '../source/object-properties';
import type { Sources } from '../source/sources';
import { unwrap } from '../source/unwrap';

/** What a provider's `deps` inject into a factory, by its parameter. */
export type Injected = ReadonlyMap<ts.ParameterDeclaration, ts.Expression>;

/**
 * The method that `service.method` names, of a class of the app: `service` is `inject(Service)` or a
 * parameter of a factory around it, by `deps` or by its type. Null for anything else.
 */
export function classMethod(
  sources: Sources,
  { expression, name }: ts.PropertyAccessExpression,
  injected: Injected,
): ts.MethodDeclaration | null {
  const service = className(unwrap(expression), injected);
  const declared = service && sources.attempt(() => findDeclaration(sources, service));
  if (!declared || !ts.isClassDeclaration(declared)) return null;
  return (
    declared.members
      .filter(ts.isMethodDeclaration)
      .find((method) => propertyName(method.name) === name.text) ?? null
  );
}

function className(service: ts.Expression, injected: Injected): ts.Identifier | null {
  if (ts.isCallExpression(service) && service.expression.getText() === 'inject') {
    const [token] = service.arguments;
    return token && ts.isIdentifier(token) ? token : null;
  }
  if (!ts.isIdentifier(service)) return null;
  const around = ts.findAncestor(service, (node) =>
    parametersOf(node).some(({ name }) => name.getText() === service.text),
  );
  const parameter = around && parametersOf(around).find((p) => p.name.getText() === service.text);
  const token = parameter && injected.get(parameter);
  if (token && ts.isIdentifier(token)) return token;
  const type = parameter?.type;
  return type && ts.isTypeReferenceNode(type) && ts.isIdentifier(type.typeName)
    ? type.typeName
    : null;
}

function parametersOf(node: ts.Node): readonly ts.ParameterDeclaration[] {
  return ts.isFunctionLike(node) ? (node.parameters as ts.NodeArray<ts.ParameterDeclaration>) : [];
}
