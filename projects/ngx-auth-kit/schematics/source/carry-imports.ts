import { posix } from 'node:path';
import ts from 'typescript';
import { CannotEdit } from './cannot-edit';
import type { ImportEdit } from './edits';
import { descendants } from './find-calls';
import { localName } from './import-names';
import type { Sources } from './sources';

/** The imports that make expressions mean the same in another file. @throws CannotEdit where there are none such. */
export function carryImports(
  sources: Sources,
  expressions: readonly ts.Expression[],
  to: ts.SourceFile,
): ImportEdit[] {
  const elsewhere = expressions.filter((expression) => expression.getSourceFile() !== to);
  return elsewhere.flatMap((expression) =>
    descendants(expression, ts.isIdentifier).flatMap((name) => {
      if (isOwnName(name, expression)) return [];
      const from = name.getSourceFile();
      const link = importOf(from, name.text) ?? exportedHere(from, name.text);
      const module = link && moduleFor(sources, from.fileName, to.fileName, link.module);
      if (!link || !module || localName(to, link.symbol, module) !== name.text) {
        const reason = `\`${name.text}\` cannot be imported in ${to.fileName.slice(1)}: write its value there`;
        throw new CannotEdit(from.fileName, reason, name);
      }
      return [{ kind: 'import' as const, path: to.fileName, symbol: link.symbol, module }];
    }),
  );
}

/** Whether it names a member, or what the expression declares itself. */
function isOwnName(name: ts.Identifier, expression: ts.Expression): boolean {
  const { parent } = name;
  const isMember =
    (ts.isPropertyAccessExpression(parent) || ts.isPropertyAssignment(parent)) &&
    parent.name === name;
  const declared = [
    ...descendants(expression, ts.isParameter),
    ...descendants(expression, ts.isVariableDeclaration),
  ];
  return isMember || declared.some((each) => each.name.getText() === name.text);
}

interface Link {
  readonly symbol: string;
  readonly module: string;
}

function importOf(source: ts.SourceFile, name: string): Link | null {
  for (const { importClause, moduleSpecifier } of source.statements.filter(
    ts.isImportDeclaration,
  )) {
    const bindings = importClause?.namedBindings;
    if (!bindings || !ts.isNamedImports(bindings)) continue;
    const specifier = bindings.elements.find((each) => each.name.text === name);
    if (!specifier || specifier.propertyName) continue;
    return { symbol: name, module: (moduleSpecifier as ts.StringLiteral).text };
  }
  return null;
}

function exportedHere(source: ts.SourceFile, name: string): Link | null {
  const isExported = source.statements.some(
    (statement) =>
      ts.isVariableStatement(statement) &&
      statement.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) &&
      statement.declarationList.declarations.some((each) => each.name.getText() === name),
  );
  return isExported
    ? { symbol: name, module: `./${posix.basename(source.fileName, '.ts')}` }
    : null;
}

/** The module as the other file has to name it. */
function moduleFor(sources: Sources, from: string, to: string, module: string): string | null {
  if (!module.startsWith('.')) return module;
  const target = sources.resolve(from, module);
  if (!target || target === to) return null;
  const path = posix.relative(posix.dirname(to), target).replace(/(\/index)?\.ts$/, '');
  return path.startsWith('.') ? path : `./${path}`;
}
