import ts from 'typescript';
import { findDeclaration } from './find-declaration';
import { propertyName, propertyValue } from './object-properties';
import type { Sources } from './sources';
import { unwrap } from './unwrap';

/** The text of a string literal, or of the constant, its property (`KEYS.token`) or enum member; null for what is computed. */
export function constantText(sources: Sources, expression: ts.Expression): string | null {
  const node = unwrap(expression);
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isIdentifier(node)) return literalText(constantValue(sources, node));
  if (!ts.isPropertyAccessExpression(node) || !ts.isIdentifier(node.expression)) return null;
  const { expression: holder, name } = node;
  const declared = sources.attempt(() => findDeclaration(sources, holder));
  if (declared && ts.isEnumDeclaration(declared)) {
    const member = declared.members.find((each) => propertyName(each.name) === name.text);
    return literalText(member?.initializer);
  }
  const object = constantValue(sources, holder);
  const isObject = object && ts.isObjectLiteralExpression(object);
  return literalText(isObject ? propertyValue(object, name.text) : null);
}

function constantValue(sources: Sources, name: ts.Identifier): ts.Expression | null {
  const declaration = sources.attempt(() => findDeclaration(sources, name));
  const isConstant =
    declaration &&
    ts.isVariableDeclaration(declaration) &&
    (ts.getCombinedNodeFlags(declaration) & ts.NodeFlags.Const) !== 0;
  const value = isConstant ? declaration.initializer : undefined;
  return value ? unwrap(value) : null;
}

function literalText(node: ts.Expression | null | undefined): string | null {
  const value = node && unwrap(node);
  return value && ts.isStringLiteralLike(value) ? value.text : null;
}
