import ts from 'typescript';
import { findDeclaration } from '../source/find-declaration';
import type { Sources } from '../source/sources';
import { unwrap } from '../source/unwrap';

/** Where a `tokenGetter` reads the token. */
export interface TokenPlace {
  readonly storage: 'local' | 'session';
  readonly key: string;
}

/** Null for a `tokenGetter` that does anything but read one key of a web storage. */
export function tokenPlace(
  sources: Sources,
  getter: ts.ObjectLiteralElementLike,
): TokenPlace | null {
  const result = returned(functionOf(sources, getter));
  return result && storageCall(sources, result, 'getItem');
}

/** The storage and key of `localStorage.method('key')`, or null for any other expression. */
export function storageCall(
  sources: Sources,
  expression: ts.Expression,
  method: string,
): TokenPlace | null {
  if (!ts.isCallExpression(expression) || !ts.isPropertyAccessExpression(expression.expression)) {
    return null;
  }
  const { expression: storage, name } = expression.expression;
  const [, kind] =
    /^(?:(?:window|globalThis)\.)?(local|session)Storage$/.exec(storage.getText()) ?? [];
  const argument = expression.arguments[0];
  const key = argument ? constantText(sources, argument) : null;
  if (name.text !== method || !kind || key === null) return null;
  return { storage: kind as TokenPlace['storage'], key };
}

/** The text of a string literal or of the constant that a name stands for; null for what is computed. */
export function constantText(sources: Sources, expression: ts.Expression): string | null {
  const node = unwrap(expression);
  if (ts.isStringLiteralLike(node)) return node.text;
  if (!ts.isIdentifier(node)) return null;
  const declaration = sources.attempt(() => findDeclaration(sources, node));
  const isConstant =
    declaration &&
    ts.isVariableDeclaration(declaration) &&
    (ts.getCombinedNodeFlags(declaration) & ts.NodeFlags.Const) !== 0;
  const value = isConstant ? declaration.initializer : undefined;
  return value && ts.isStringLiteralLike(unwrap(value))
    ? (unwrap(value) as ts.StringLiteral).text
    : null;
}

function functionOf(
  sources: Sources,
  getter: ts.ObjectLiteralElementLike,
): ts.FunctionLikeDeclaration | null {
  if (ts.isMethodDeclaration(getter)) return getter;
  if (ts.isShorthandPropertyAssignment(getter)) return declaredFunction(sources, getter.name);
  if (!ts.isPropertyAssignment(getter)) return null;
  const value = unwrap(getter.initializer);
  return ts.isIdentifier(value) ? declaredFunction(sources, value) : functionExpression(value);
}

function declaredFunction(
  sources: Sources,
  name: ts.Identifier,
): ts.FunctionLikeDeclaration | null {
  const declaration = sources.attempt(() => findDeclaration(sources, name));
  if (!declaration || ts.isClassDeclaration(declaration)) return null;
  if (ts.isFunctionDeclaration(declaration)) return declaration;
  const value = ts.isExportAssignment(declaration)
    ? declaration.expression
    : declaration.initializer;
  return value ? functionExpression(unwrap(value)) : null;
}

function functionExpression(node: ts.Expression): ts.FunctionLikeDeclaration | null {
  return ts.isArrowFunction(node) || ts.isFunctionExpression(node) ? node : null;
}

/** What a function returns where that is all it does; a fallback for null does not count. */
function returned(getter: ts.FunctionLikeDeclaration | null): ts.Expression | null {
  const body = getter?.body;
  if (!body) return null;
  const [only, ...others] = ts.isBlock(body) ? body.statements : [];
  const result = ts.isBlock(body)
    ? only && others.length === 0 && ts.isReturnStatement(only)
      ? only.expression
      : undefined
    : body;
  if (!result) return null;
  const node = unwrap(result);
  const hasFallback =
    ts.isBinaryExpression(node) && /^(''|""|null|undefined)$/.test(node.right.getText());
  return hasFallback ? unwrap(node.left) : node;
}
