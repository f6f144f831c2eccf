import ts from 'typescript';
import type { Edit } from '../source/edits';
import { descendants } from '../source/find-calls';
import { findDeclaration } from '../source/find-declaration';
import { property } from '../source/object-properties';
import type { Sources } from '../source/sources';

/** Takes the function that was the `tokenGetter` away, or its import, where nothing else uses it. */
export function dropTokenGetter(sources: Sources, config: ts.ObjectLiteralExpression): Edit[] {
  const getter = property(config, 'tokenGetter');
  const name =
    getter && ts.isPropertyAssignment(getter) ? getter.initializer : (getter?.name ?? null);
  if (!name || !ts.isIdentifier(name) || !getter || ts.isMethodDeclaration(getter)) return [];
  const source = config.getSourceFile();
  const path = source.fileName;
  const others = descendants(source, ts.isIdentifier).filter(
    (node) => node.text === name.text && node !== name && node.parent !== getter,
  );
  const [only, ...more] = others;
  if (!only || more.length > 0) return [];
  if (ts.isImportSpecifier(only.parent)) {
    const { moduleSpecifier } = only.parent.parent.parent.parent as ts.ImportDeclaration;
    const symbol = (only.parent.propertyName ?? only.parent.name).text;
    const module = (moduleSpecifier as ts.StringLiteral).text;
    return [{ kind: 'drop-import', path, symbol, module }];
  }
  const declaration = sources.attempt(() => findDeclaration(sources, name));
  const statement = declaration && statementOf(declaration);
  const isExported = statement?.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
  if (!statement || isExported || declaration.name !== only) return [];
  const end = statement.getEnd();
  const lineBreaks = /^[ \t]*(\r?\n){1,2}/.exec(source.text.slice(end))?.[0] ?? '';
  const start = statement.getStart(source, true);
  return [{ kind: 'text', path, start, end: end + lineBreaks.length, text: '' }];
}

/** The statement that declares nothing else. */
function statementOf(
  declaration: ts.Declaration,
): ts.FunctionDeclaration | ts.VariableStatement | null {
  if (ts.isFunctionDeclaration(declaration)) return declaration;
  const list = declaration.parent;
  const isAlone = ts.isVariableDeclarationList(list) && list.declarations.length === 1;
  return isAlone && ts.isVariableStatement(list.parent) ? list.parent : null;
}
