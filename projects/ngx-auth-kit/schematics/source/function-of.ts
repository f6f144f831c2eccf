import ts from 'typescript';
import { findDeclaration } from './find-declaration';
import type { Sources } from './sources';
import { unwrap } from './unwrap';

/** A function, method or arrow function with its body. */
export type FunctionNode = ts.FunctionDeclaration | ts.MethodDeclaration | FunctionValue;
type FunctionValue = ts.ArrowFunction | ts.FunctionExpression;

/** The function that an expression is or names; null for anything else. */
export function functionOf(sources: Sources, expression: ts.Expression): FunctionNode | null {
  const node = unwrap(expression);
  if (isFunctionValue(node)) return node;
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

function isFunctionValue(node: ts.Node): node is FunctionValue {
  return ts.isArrowFunction(node) || ts.isFunctionExpression(node);
}
