import ts from 'typescript';
import type { FunctionNode } from './function-of';
import { descendants } from './find-calls';
import { unwrap } from './unwrap';

/** The value of a constant: of the expression, or of a member of it (`const { token } = user`). */
export interface LocalValue {
  readonly value: ts.Expression;
  readonly member: string | null;
}

/** What a function returns, and the values of its own constants. */
export interface PlainReturns {
  readonly values: readonly ts.Expression[];
  readonly locals: ReadonlyMap<string, LocalValue>;
}

/** Logging by the console, or by the like of `logger.debug(…)`. */
const LOGGING = /^(console\.\w+|(this\.)?\w*log(ger)?\.(debug|log|info|warn|error|trace))$/i;
/** What tells whether the code runs in a browser, and its storages. */
const BROWSER =
  /^(window|document|undefined|localStorage|sessionStorage|isPlatformBrowser|platformId)$/;
/** Nothing, in the ways that functions return it. */
const NOTHING = /^(''|""|null|undefined|void 0)?$/;

/** The returned values, nothing left out; null for functions that do more than log and look. */
export function plainReturns({ body }: FunctionNode): PlainReturns | null {
  if (!body) return null;
  const locals = new Map<string, LocalValue>();
  if (!ts.isBlock(body)) return { values: somethingOf([body]), locals };
  const values: ts.Expression[] = [];
  const isPlain = (statement: ts.Statement | undefined): boolean => {
    if (!statement) return true;
    if (ts.isReturnStatement(statement)) {
      if (statement.expression) values.push(statement.expression);
      return true;
    }
    if (ts.isBlock(statement)) return statement.statements.every(isPlain);
    if (ts.isIfStatement(statement)) {
      const { expression, thenStatement, elseStatement } = statement;
      return (
        asksNothingElse(expression, locals) && isPlain(thenStatement) && isPlain(elseStatement)
      );
    }
    if (ts.isTryStatement(statement)) {
      return isPlain(statement.tryBlock) && isPlain(statement.catchClause?.block);
    }
    if (ts.isExpressionStatement(statement)) return isLogging(statement.expression);
    return ts.isVariableStatement(statement) && declare(statement, locals);
  };
  return body.statements.every(isPlain) && !assigns(body)
    ? { values: somethingOf(values), locals }
    : null;
}

/** Whether a condition is about the function's own constants and whether there is a browser, nothing else. */
export function asksNothingElse(condition: ts.Expression, locals: PlainReturns['locals']): boolean {
  return descendants(condition, ts.isIdentifier).every((name) => {
    const isMember = ts.isPropertyAccessExpression(name.parent) && name.parent.name === name;
    return isMember || locals.has(name.text) || BROWSER.test(name.text);
  });
}

/** Whether an expression stands for nothing: null, undefined, an empty text. */
export function isNothing(expression: ts.Expression): boolean {
  return NOTHING.test(unwrap(expression).getText());
}

function somethingOf(values: readonly ts.Expression[]): ts.Expression[] {
  return values.filter((value) => !isNothing(value));
}

function declare(
  { declarationList }: ts.VariableStatement,
  locals: Map<string, LocalValue>,
): boolean {
  return declarationList.declarations.every(({ name, initializer: value }) => {
    if (!value || ts.isArrayBindingPattern(name)) return false;
    if (ts.isIdentifier(name)) return !!locals.set(name.text, { value, member: null });
    return name.elements.every((element) => {
      const { name: local, propertyName, initializer } = element;
      if (initializer || !ts.isIdentifier(local)) return false;
      return !!locals.set(local.text, { value, member: propertyName?.getText() ?? local.text });
    });
  });
}

function isLogging(expression: ts.Expression): boolean {
  return ts.isCallExpression(expression) && LOGGING.test(expression.expression.getText());
}

function assigns(body: ts.Block): boolean {
  return descendants(body, ts.isBinaryExpression).some(
    ({ operatorToken: { kind } }) =>
      kind >= ts.SyntaxKind.FirstAssignment && kind <= ts.SyntaxKind.LastAssignment,
  );
}
