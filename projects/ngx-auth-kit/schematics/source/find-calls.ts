import ts from 'typescript';
import { importedNames } from './import-names';

/** The calls, under a node, of a function imported from a module: by any name that the file gives it. */
export function findCalls(within: ts.Node, symbol: string, module: string): ts.CallExpression[] {
  const name = importedNames(within.getSourceFile(), module).get(symbol);
  if (!name) return [];
  return descendants(within, ts.isCallExpression).filter(
    ({ expression }) => ts.isIdentifier(expression) && expression.text === name,
  );
}

/** The calls of a static method (`RouterModule.forRoot`) of a class imported from a module. */
export function findStaticCalls(
  within: ts.Node,
  symbol: string,
  method: string,
  module: string,
): ts.CallExpression[] {
  const name = importedNames(within.getSourceFile(), module).get(symbol);
  if (!name) return [];
  return descendants(within, ts.isCallExpression).filter(
    ({ expression }) =>
      ts.isPropertyAccessExpression(expression) &&
      expression.name.text === method &&
      ts.isIdentifier(expression.expression) &&
      expression.expression.text === name,
  );
}

/** The nodes of one kind under a node, itself included, in the order of the text. */
export function descendants<T extends ts.Node>(
  within: ts.Node,
  isWanted: (node: ts.Node) => node is T,
): T[] {
  const found: T[] = [];
  const visit = (node: ts.Node): void => {
    if (isWanted(node)) found.push(node);
    ts.forEachChild(node, visit);
  };
  visit(within);
  return found;
}
