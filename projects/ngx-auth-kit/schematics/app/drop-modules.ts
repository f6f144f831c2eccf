import ts from 'typescript';
import type { Edit } from '../source/edits';
import { importedNames } from '../source/import-names';

const CORE = '@angular/core';

/** Takes modules out of `imports` or `importProvidersFrom`, which goes as well when it is left with nothing. */
export function dropModules(modules: readonly ts.Expression[]): Edit[] {
  const calls = new Set(modules.map(({ parent }) => parent).filter(isImportProvidersFrom));
  const emptied = [...calls].filter((call) => call.arguments.every((a) => modules.includes(a)));
  const gone = [...modules.filter(({ parent }) => !emptied.includes(parent as never)), ...emptied];
  return [
    ...gone.map((element): Edit => {
      const path = element.getSourceFile().fileName;
      return { kind: 'remove', path, list: listOf(element.parent), element };
    }),
    ...emptied.map(dropImportProvidersFrom),
  ];
}

/** Drops the import of `importProvidersFrom`, unless other code uses it. */
export function dropImportProvidersFrom(call: ts.CallExpression): Edit {
  const path = call.getSourceFile().fileName;
  return { kind: 'drop-import', path, symbol: 'importProvidersFrom', module: CORE };
}

/** Whether a node is a call of Angular's `importProvidersFrom`. */
export function isImportProvidersFrom(node: ts.Node): node is ts.CallExpression {
  if (!ts.isCallExpression(node)) return false;
  const name = importedNames(node.getSourceFile(), CORE).get('importProvidersFrom');
  return node.expression.getText() === name;
}

function listOf(holder: ts.Node): ts.NodeArray<ts.Expression> {
  if (ts.isArrayLiteralExpression(holder)) return holder.elements;
  if (ts.isCallExpression(holder)) return holder.arguments;
  throw new Error(`A module is not in a list: ${holder.getText()}`);
}
