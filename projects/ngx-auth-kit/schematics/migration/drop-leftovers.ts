import ts from 'typescript';
import type { Edit } from '../source/edits';
import { descendants } from '../source/find-calls';
import { findDeclaration } from '../source/find-declaration';
import type { Sources } from '../source/sources';
import { dropImportOf, dropUnusedImports } from './unused-imports';

type Statement = ts.FunctionDeclaration | ts.ClassDeclaration | ts.VariableStatement;

/** What has only served another package. */
export interface Leftovers {
  /** Where its code named constants, functions and classes, the outer ones first. */
  readonly names: readonly ts.Identifier[];
  /** What is taken away anyway. */
  readonly gone: readonly ts.Node[];
  /** The package. */
  readonly from: string;
}

/**
 * Takes the declarations away that nothing else uses, and their imports. What is exported stays, because
 * other code may use it, unless its file is about the package.
 */
export function dropLeftovers(
  sources: Sources,
  paths: readonly string[],
  { names, gone: given, from }: Leftovers,
): Edit[] {
  const gone = [...given];
  const dropped: Statement[] = [];
  const edits = names.flatMap((name): Edit[] => {
    const statement = ownStatement(sources, name);
    if (!statement || dropped.includes(statement)) return [];
    const isElsewhere = statement.getSourceFile() !== name.getSourceFile();
    const imports = isElsewhere ? dropImportOf(name) : [];
    gone.push(statement);
    if (mayStay(sources, paths, statement, from) || isMentioned(sources, paths, name.text, gone)) {
      gone.pop();
      return imports;
    }
    dropped.push(statement);
    return [...imports, removal(statement)];
  });
  // What only the removed code imported, such as the services of `deps`.
  const unused = given.flatMap((node) =>
    descendants(node, ts.isIdentifier).flatMap((name) => dropImportOf(name, 'named only')),
  );
  return [...edits, ...unused, ...emptiedFiles(dropped)];
}

/** The statement that declares the name and nothing else. */
function ownStatement(sources: Sources, name: ts.Identifier): Statement | null {
  const declaration = sources.attempt(() => findDeclaration(sources, name));
  if (!declaration) return null;
  if (ts.isFunctionDeclaration(declaration) || ts.isClassDeclaration(declaration))
    return declaration;
  const list = declaration.parent;
  const isAlone = ts.isVariableDeclarationList(list) && list.declarations.length === 1;
  return isAlone && ts.isVariableStatement(list.parent) ? list.parent : null;
}

function mayStay(
  sources: Sources,
  paths: readonly string[],
  statement: Statement,
  from: string,
): boolean {
  const isExported = statement.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
  if (!isExported) return false;
  const { fileName, text } = statement.getSourceFile();
  return !text.includes(from) || paths.some((path) => exportsAll(sources, path, fileName));
}

/** Whether a file has an `export * from` the other. */
function exportsAll(sources: Sources, path: string, other: string): boolean {
  const exports = sources.find(path)?.statements.filter(ts.isExportDeclaration) ?? [];
  return exports.some(({ exportClause, moduleSpecifier }) => {
    const module = moduleSpecifier as ts.StringLiteral | undefined;
    return module && !exportClause && sources.resolve(path, module.text) === other;
  });
}

/** Whether code mentions the name that stays; imports do not count. */
function isMentioned(
  sources: Sources,
  paths: readonly string[],
  text: string,
  gone: readonly ts.Node[],
): boolean {
  return paths.some((path) => {
    const source = sources.find(path);
    if (!source?.text.includes(text)) return false;
    return descendants(source, ts.isIdentifier).some(
      (node) =>
        node.text === text &&
        !ts.findAncestor(node, (each) => ts.isImportDeclaration(each) || gone.includes(each)),
    );
  });
}

function removal(statement: Statement): Edit {
  const source = statement.getSourceFile();
  const end = statement.getEnd();
  const lineBreaks = /^[ \t]*(\r?\n){1,2}/.exec(source.text.slice(end))?.[0] ?? '';
  const start = statement.getStart(source, true);
  return { kind: 'text', path: source.fileName, start, end: end + lineBreaks.length, text: '' };
}

/** Deletes the files of which only imports are left, and drops what the others imported for the statements. */
function emptiedFiles(dropped: readonly Statement[]): Edit[] {
  const files = new Set(dropped.map((statement) => statement.getSourceFile()));
  return [...files].flatMap((source): Edit[] => {
    const path = source.fileName;
    const isLeft = source.statements.some(
      (each) => !ts.isImportDeclaration(each) && !dropped.includes(each as Statement),
    );
    return isLeft ? dropUnusedImports(source) : [{ kind: 'delete', path }];
  });
}
