import ts from 'typescript';
import type { Edit } from '../source/edits';
import { descendants } from '../source/find-calls';
import { findDeclaration } from '../source/find-declaration';
import type { Sources } from '../source/sources';

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
    const imports = isElsewhere ? dropImport(name) : [];
    gone.push(statement);
    if (mayStay(statement, from) || isMentioned(sources, paths, name.text, gone)) {
      gone.pop();
      return imports;
    }
    dropped.push(statement);
    return [...imports, removal(statement)];
  });
  return [...edits, ...emptiedFiles(dropped)];
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

function mayStay(statement: Statement, from: string): boolean {
  const isExported = statement.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
  return !!isExported && !statement.getSourceFile().text.includes(from);
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

function dropImport(name: ts.Identifier): Edit[] {
  const source = name.getSourceFile();
  const path = source.fileName;
  return source.statements.filter(ts.isImportDeclaration).flatMap((declaration): Edit[] => {
    const { importClause, moduleSpecifier } = declaration;
    const bindings = importClause?.namedBindings;
    if (importClause?.name?.text === name.text && !bindings && isOnlyUse(name)) {
      return [importRemoval(declaration)];
    }
    if (!bindings || !ts.isNamedImports(bindings)) return [];
    const specifier = bindings.elements.find((each) => each.name.text === name.text);
    if (!specifier) return [];
    const symbol = (specifier.propertyName ?? specifier.name).text;
    const module = (moduleSpecifier as ts.StringLiteral).text;
    return [{ kind: 'drop-import', path, symbol, module }];
  });
}

function isOnlyUse(name: ts.Identifier): boolean {
  return !descendants(name.getSourceFile(), ts.isIdentifier).some(
    (node) =>
      node !== name && node.text === name.text && !ts.findAncestor(node, ts.isImportDeclaration),
  );
}

function removal(statement: Statement): Edit {
  const source = statement.getSourceFile();
  const end = statement.getEnd();
  const lineBreaks = /^[ \t]*(\r?\n){1,2}/.exec(source.text.slice(end))?.[0] ?? '';
  const start = statement.getStart(source, true);
  return { kind: 'text', path: source.fileName, start, end: end + lineBreaks.length, text: '' };
}

/** With the line break before it, because new imports go behind the last one. */
function importRemoval(declaration: ts.ImportDeclaration): Edit {
  const source = declaration.getSourceFile();
  const from = declaration.getStart(source);
  const lineBreak = /\r?\n$/.exec(source.text.slice(0, from))?.[0] ?? '';
  const start = from - lineBreak.length;
  return { kind: 'text', path: source.fileName, start, end: declaration.getEnd(), text: '' };
}

/** Deletes the files of which only imports are left, and drops what the others imported for the statements. */
function emptiedFiles(dropped: readonly Statement[]): Edit[] {
  const files = new Set(dropped.map((statement) => statement.getSourceFile()));
  return [...files].flatMap((source): Edit[] => {
    const path = source.fileName;
    const isLeft = source.statements.some(
      (each) => !ts.isImportDeclaration(each) && !dropped.includes(each as Statement),
    );
    return isLeft ? unusedImports(source) : [{ kind: 'delete', path }];
  });
}

/** Every named import; those that are still used stay. */
function unusedImports(source: ts.SourceFile): Edit[] {
  const path = source.fileName;
  return source.statements.filter(ts.isImportDeclaration).flatMap((declaration) => {
    const bindings = declaration.importClause?.namedBindings;
    if (!bindings || !ts.isNamedImports(bindings)) return [];
    const module = (declaration.moduleSpecifier as ts.StringLiteral).text;
    return bindings.elements.map((each): Edit => {
      const symbol = (each.propertyName ?? each.name).text;
      return { kind: 'drop-import', path, symbol, module };
    });
  });
}
