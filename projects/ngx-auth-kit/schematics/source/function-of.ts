import ts from 'typescript';
import { findDeclaration } from './find-declaration';
import { property, propertyName } from './object-properties';
import type { Sources } from './sources';
import { unwrap } from './unwrap';

/** A function, method or arrow function with its body. */
export type FunctionNode = ts.FunctionDeclaration | ts.MethodDeclaration | FunctionValue;
type FunctionValue = ts.ArrowFunction | ts.FunctionExpression;

/** The function that an expression is or names; null for anything else. */
export function functionOf(sources: Sources, expression: ts.Expression): FunctionNode | null {
  const node = unwrap(expression);
  if (isFunctionValue(node)) return node;
  if (ts.isPropertyAccessExpression(node)) return memberFunction(sources, node);
  if (!ts.isIdentifier(node)) return null;
  const declared = sources.attempt(() => findDeclaration(sources, node));
  if (!declared) return null;
  if (ts.isFunctionDeclaration(declared)) return declared;
  const value = ts.isExportAssignment(declared)
    ? declared.expression
    : ts.isVariableDeclaration(declared)
      ? declared.initializer
      : undefined;
  return value && isFunctionValue(unwrap(value)) ? (unwrap(value) as FunctionValue) : null;
}

/** The function at a property, also where it is written as a method or in short. */
export function functionAt(
  sources: Sources,
  property: ts.ObjectLiteralElementLike,
): FunctionNode | null {
  if (ts.isMethodDeclaration(property)) return property;
  if (ts.isShorthandPropertyAssignment(property)) return functionOf(sources, property.name);
  return ts.isPropertyAssignment(property) ? functionOf(sources, property.initializer) : null;
}

/** Of `Tokens.read` and `tokens.read`: a static method, or a function in an object. */
function memberFunction(
  sources: Sources,
  { expression, name }: ts.PropertyAccessExpression,
): FunctionNode | null {
  if (!ts.isIdentifier(expression)) return null;
  const declared = sources.attempt(() => findDeclaration(sources, expression));
  if (declared && ts.isClassDeclaration(declared)) {
    const methods = declared.members.filter(ts.isMethodDeclaration);
    return methods.find((each) => isStatic(each) && propertyName(each.name) === name.text) ?? null;
  }
  const value = declared && ts.isVariableDeclaration(declared) && declared.initializer;
  const object = value && unwrap(value);
  const member = object && ts.isObjectLiteralExpression(object) && property(object, name.text);
  return member ? functionAt(sources, member) : null;
}

function isStatic({ modifiers }: ts.MethodDeclaration): boolean {
  return !!modifiers?.some(({ kind }) => kind === ts.SyntaxKind.StaticKeyword);
}

function isFunctionValue(node: ts.Node): node is FunctionValue {
  return ts.isArrowFunction(node) || ts.isFunctionExpression(node);
}
